package press

import (
	"bytes"
	"image"
	_ "image/jpeg" // both are asked for by image.DecodeConfig
	_ "image/png"
	"os"
	"path"
	"path/filepath"
	"slices"

	"kanyin/builder"
	"kanyin/issues/correct"
	"kanyin/issues/say"
	"kanyin/issues/source"
)

// picturesFolder is where an archive keeps the pictures that an editor gave,
// beside the text: whatever they are called, they take no other file's place.
const picturesFolder = "pictures/"

// A Picture is one that an issue's settings add: a file beside the issue, and
// the words that its caption begins with.
type Picture struct {
	File    string `toml:"file"`
	Caption string `toml:"caption"`
	Alt     string `toml:"alt"` // what it shows, for those who cannot see it; "" for the caption
}

// check tells of a picture that lacks what is needed.
func (p Picture) check() error {
	switch {
	case p.File == "":
		return say.Errorf("a [[picture]] has no file; name one: file = \"bridge.jpg\"")
	case !filepath.IsLocal(filepath.FromSlash(p.File)):
		return say.Errorf("[[picture]] %s: name a file in the issue's own folder or below it", p.File)
	case p.Caption == "":
		return say.Errorf("[[picture]] %s: say which caption is its: caption = \"its first words\"", p.File)
	}
	return nil
}

// take reads the picture's file.
func (in Input) take(p Picture) (source.Picture, error) {
	data := in.picture(p.File)
	if data == nil {
		return source.Picture{}, say.Errorf("picture %s: the file is not there", p.File)
	}
	if _, format, err := image.DecodeConfig(bytes.NewReader(data)); err != nil || format != "jpeg" && format != "png" {
		return source.Picture{}, say.Errorf("picture %s: it is neither JPEG nor PNG; save it as one of them", p.File)
	}
	return source.Picture{Name: path.Base(p.File), File: p.File, Caption: p.Caption, Alt: p.Alt, Bytes: data}, nil
}

// withPictures gives the file with the pictures that the settings and an editor
// gave to its captions, and their files for the archive. One of the settings
// that is not there, or that is no picture, is an error; one of an editor's
// becomes a finding of the reading.
func (in Input) withPictures(f *source.File) (*source.File, []builder.File, error) {
	var files []builder.File
	var own []source.Picture
	for _, p := range in.Config.Pictures {
		pic, err := in.take(p)
		if err != nil {
			return nil, nil, err
		}
		own = append(own, pic)
		files = append(files, builder.File{Path: picturesFolder + p.File, Data: pic.Bytes})
	}
	fit, _ := correct.Fit(in.Corrections, f)
	more := *f
	more.Pictures = slices.Concat(f.Pictures, own)
	for i, c := range in.Corrections {
		line, fits := fit.Line(i)
		if c.Picture == "" || !fits {
			continue
		}
		if k := slices.IndexFunc(more.Pictures, func(p source.Picture) bool { return p.Name == c.Picture && p.File == "" }); k >= 0 {
			more.Pictures = slices.Clone(more.Pictures) // the input has it: only its caption was not known
			more.Pictures[k].File = c.Picture
			continue
		}
		data := in.picture(c.Picture)
		if data != nil {
			files = append(files, builder.File{Path: picturesFolder + c.Picture, Data: data})
		}
		more.Pictures = append(more.Pictures[:len(more.Pictures):len(more.Pictures)], source.Picture{Name: path.Base(c.Picture), File: c.Picture, Bytes: data, After: line})
	}
	return &more, unique(files), nil
}

// unique leaves out the second of two files of one name: a picture may stand twice.
func unique(files []builder.File) []builder.File {
	seen := map[string]bool{}
	return slices.DeleteFunc(files, func(f builder.File) bool {
		twice := seen[f.Path]
		seen[f.Path] = true
		return twice
	})
}

// picture gives the bytes of a picture's file, nil where there is none.
func (in Input) picture(name string) []byte {
	if in.given != nil {
		return in.given[picturesFolder+name]
	}
	data, err := os.ReadFile(filepath.Join(in.Folder, filepath.FromSlash(name)))
	if err != nil {
		return nil
	}
	return data
}
