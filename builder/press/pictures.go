package press

import (
	"os"
	"path"
	"path/filepath"

	"kanyin/builder"
	"kanyin/issues/correct"
	"kanyin/issues/source"
)

// picturesFolder is where an archive keeps the pictures that an editor gave,
// beside the text: whatever they are called, they take no other file's place.
const picturesFolder = "pictures/"

// withPictures gives the file with the pictures that an editor gave to its
// captions, and their files for the archive. One that is not there, or that is no
// picture, becomes a finding of the reading.
func (in Input) withPictures(f *source.File) (*source.File, []builder.File) {
	var files []builder.File
	fit, _ := correct.Fit(in.Corrections, f)
	more := *f
	for i, c := range in.Corrections {
		line, fits := fit.Line(i)
		if c.Picture == "" || !fits {
			continue
		}
		data := in.picture(c.Picture)
		if data != nil {
			files = append(files, builder.File{Path: picturesFolder + c.Picture, Data: data})
		}
		more.Pictures = append(more.Pictures[:len(more.Pictures):len(more.Pictures)], source.Picture{Name: path.Base(c.Picture), File: c.Picture, Bytes: data, After: line})
	}
	return &more, files
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
