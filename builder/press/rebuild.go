package press

import (
	"bytes"
	"encoding/json"
	"time"

	"kanyin/issues/correct"
	"kanyin/issues/input"
	"kanyin/issues/say"
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
	Colour    bool          `json:"colour,omitempty"`
	Condition string        `json:"condition,omitempty"`
	Cover     string        `json:"cover,omitempty"`
	Profile   string        `json:"profile,omitempty"`
	Faces     []Font        `json:"faces,omitempty"`
	Given     Meta          `json:"given,omitzero"` // what was said of the issue from outside its folder
}

// settings gives those of a forme.
func (f *Forme) settings() settings {
	return settings{
		Name: f.job.Name, Date: f.date, Design: f.design, NoFonts: f.wishes.NoFonts, CropMarks: f.wishes.CropMarks, Colour: f.wishes.Colour, Condition: f.wishes.Condition,
		Cover: f.assets.cover.name, Profile: f.assets.profile.name, Faces: f.assets.fonts(), Given: f.job.given,
	}
}

// Rebuild makes an archive's editions again from the files that stand beside
// its text, and gives their bytes by file name.
func (p *Press) Rebuild(name string, files map[string][]byte, made json.RawMessage) (map[string][]byte, error) {
	var s settings
	if err := json.Unmarshal(made, &s); err != nil {
		return nil, say.Errorf("kanyin.json: %w", err)
	}
	in := Reader(name, bytes.NewReader(files[name]))
	in.Limits.MaxSize = max(input.DefaultMaxSize, 8*int64(len(files[name]))) // it was allowed once
	in.TOML, in.given = files[ConfigName], files
	if err := DecodeTOML(ConfigName, in.TOML, &in.Config); err != nil {
		return nil, err
	}
	if data := files[correct.Name]; data != nil {
		if err := in.SetCorrections(correct.Name, data); err != nil {
			return nil, err
		}
	}
	j, err := Read(in)
	if err != nil {
		return nil, err
	}
	j.Give(s.Given)
	j.Name = s.Name
	f := &Forme{version: p.version, job: j, assets: s.assets(files), date: s.Date, design: s.Design}
	f.wishes = Wishes{Editions: []string{"archive"}, NoFonts: s.NoFonts, CropMarks: s.CropMarks, Colour: s.Colour, Condition: s.Condition, Geta: true}
	if err := f.compose(p.fonts); err != nil {
		return nil, err
	}
	editions, err := f.Make()
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
