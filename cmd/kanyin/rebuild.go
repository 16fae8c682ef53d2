package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"kanyin/layout"
)

// settings are what the editions depend on besides the text: all that it takes
// to make them again. They stand in the archive; the files that they name
// stand beside the text.
type settings struct {
	Name      string        `json:"name"` // of the files, without their endings
	Date      time.Time     `json:"date"` // that the editions carry
	Design    layout.Design `json:"design"`
	NoFonts   bool          `json:"no_fonts"`
	CropMarks bool          `json:"crop_marks"`
	Condition string        `json:"condition,omitempty"`
	Cover     string        `json:"cover,omitempty"`
	Profile   string        `json:"profile,omitempty"`
	Faces     []font        `json:"faces,omitempty"`
}

// settings gives those of a press.
func (p *press) settings() settings {
	return settings{
		Name: p.job.name, Date: p.date, Design: p.design, NoFonts: p.wishes.noFonts, CropMarks: p.wishes.crops, Condition: p.wishes.condition,
		Cover: p.assets.cover.name, Profile: p.assets.profile.name, Faces: p.assets.fonts(),
	}
}

// rebuild makes an archive's editions again from the files that stand beside
// its text, and gives their bytes by file name.
func rebuild(name string, files map[string][]byte, made json.RawMessage) (map[string][]byte, error) {
	var s settings
	if err := json.Unmarshal(made, &s); err != nil {
		return nil, fmt.Errorf("kanyin.json: %w", err)
	}
	in := input{Name: name, Folder: ".", TOML: files[configName], open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(files[name])), nil
	}}
	if err := decodeTOML(configName, in.TOML, &in.Config); err != nil {
		return nil, err
	}
	text, iss, err := readIssue(in)
	if err != nil {
		return nil, err
	}
	p := &press{wishes: wishes{editions: map[string]bool{"archive": true}, noFonts: s.NoFonts, crops: s.CropMarks, condition: s.Condition}, date: s.Date, design: s.Design}
	p.job = job{in, text, iss, s.Name}
	p.assets = s.assets(files)
	if err := p.compose(); err != nil {
		return nil, err
	}
	editions, err := p.makeAll()
	if err != nil {
		return nil, err
	}
	out := map[string][]byte{}
	for _, m := range editions {
		out[s.Name+endings[m.Edition]] = m.Bytes
	}
	return out, nil
}

// assets finds the files that the settings name among an archive's.
func (s settings) assets(files map[string][]byte) assets {
	a := assets{cover: asset{s.Cover, files[s.Cover]}, profile: asset{s.Profile, files[s.Profile]}}
	for _, f := range s.Faces {
		a.faces = append(a.faces, face{f.Name, asset{f.File, files[f.File]}})
	}
	return a
}
