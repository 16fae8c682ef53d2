package fonts

import (
	"bytes"
	"compress/gzip"
	"embed"
	"io"
	"slices"
	"strings"
	"sync"

	"kanyin/issues/say"
)

// The further faces are compressed: four issues of five need none of them, and
// those that do wait a tenth of a second.
//
//go:embed data/*.ttf.gz data/OFL-*.txt
var further embed.FS

// The regions whose readers know characters in forms of their own.
const (
	taiwan   = "tw"
	hongKong = "hk"
	japan    = "jp"
)

// regions gives the regions whose forms a text of a language is set in, the
// nearest first, from its tag (BCP 47): a place decides, else the script, else
// the language. Macau reads as Hong Kong does. The mainland's forms are those
// of the faces themselves.
func regions(language string) []string {
	tags := strings.FieldsFunc(strings.ToLower(language), func(r rune) bool { return r == '-' || r == '_' })
	if len(tags) == 0 {
		return nil
	}
	has := func(any ...string) bool {
		return slices.ContainsFunc(tags[1:], func(tag string) bool { return slices.Contains(any, tag) })
	}
	switch {
	case tags[0] == "ja":
		return []string{japan}
	case !slices.Contains([]string{"zh", "cmn", "yue", "lzh", "nan", "hak"}, tags[0]) || has("hans", "latn"):
		return nil
	case has("hk", "mo"), tags[0] == "yue":
		return []string{hongKong, taiwan}
	case has("hant", "tw"):
		return []string{taiwan}
	}
	return nil
}

// UprightSuffix is what the name of a face has behind it that has the forms
// which marks take in vertical text, each under its mark's own code point.
const UprightSuffix = "-v"

// text lists the faces that texts are set in.
var text = []string{Song, SongBold, Hei, HeiBold, Kai}

// For gives a library of the same faces in which characters have the forms that
// readers of a language expect, by its tag (BCP 47): zh-Hant and zh-TW those of
// Taiwan, zh-HK those of Hong Kong, ja those of Japan. With vertical, marks have
// their forms of vertical text too, in the faces whose names end in
// [UprightSuffix]. What a region's face has not, the face itself has.
func (l *Library) For(language string, vertical bool) (*Library, error) {
	out := l.Clone()
	where := regions(language)
	for _, name := range text {
		for _, region := range where {
			out.form(name, name+"-"+region, "")
		}
		if !vertical {
			continue
		}
		for _, region := range append(where, "") {
			out.form(name+UprightSuffix, strings.TrimSuffix(name+"-"+region, "-"), UprightSuffix)
		}
	}
	return out, out.unpackAll()
}

// form adds a face that is asked before another, where there is one: Hong Kong
// has no 楷 of its own.
func (l *Library) form(of, name, suffix string) {
	if _, ok := unpacked[name+suffix]; ok {
		l.forms = append(l.forms, face{Face: Face{Name: name + suffix, Licence: licenceOf(name)}, of: of})
	}
}

// unpackAll reads the forms, side by side.
func (l *Library) unpackAll() error {
	errs := make([]error, len(l.forms))
	var wait sync.WaitGroup
	for i := range l.forms {
		wait.Go(func() {
			f := &l.forms[i]
			f.table, errs[i] = unpacked[f.Name]()
			f.Family, f.Style = f.names()
		})
	}
	wait.Wait()
	for i, err := range errs {
		if err != nil {
			return say.Errorf("font %s: %w", l.forms[i].Name, err)
		}
	}
	return nil
}

// unpacked gives the further faces by name; each is unpacked once, when it is
// first asked for.
var unpacked = func() map[string]func() (table, error) {
	list := map[string]func() (table, error){}
	entries, _ := further.ReadDir("data") // part of the program
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".ttf.gz"); ok {
			list[name] = sync.OnceValues(func() (table, error) { return unpack(e.Name()) })
		}
	}
	return list
}()

func unpack(file string) (t table, err error) {
	packed, err := further.ReadFile("data/" + file)
	if err != nil {
		return t, err
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return t, err
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return t, err
	}
	return readTable(data)
}

// licenceOf gives the licence of a further face, by the name without the suffix.
func licenceOf(name string) string {
	family, region := name, ""
	if at := strings.LastIndexByte(name, '-'); at > 0 && name[at+1:] != "bold" {
		family, region = name[:at], name[at+1:]
	}
	file := map[string]string{Song: "Song", SongBold: "Song", Hei: "Hei", HeiBold: "Hei", Kai: "Kai"}[family]
	if region != "" {
		file += "-" + strings.ToUpper(region)
	}
	data, _ := further.ReadFile("data/OFL-Kanyin-" + file + ".txt") // part of the program; tests open each
	return string(data)
}
