package press

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"

	"kanyin/builder"
	"kanyin/builder/epub"
	"kanyin/issues/say"
)

// assets are the files that an issue's editions need besides its text. The
// archive keeps them under their names.
type assets struct {
	cover   asset // an image for the e-book
	profile asset // the printer's ICC profile
	faces   []face
}

// An asset is a file; the zero value is none.
type asset struct {
	name string // in the archive
	data []byte
}

// A face is a font that the issue brings.
type face struct {
	name string
	file asset
}

// gatherAssets reads what the wishes name or, beside the issue, its settings.
func gatherAssets(w Wishes, in Input) (assets, error) {
	var a assets
	var err error
	if a.cover, err = readAsset("cover", w.Cover, in.beside(in.Config.Cover)); err != nil {
		return a, err
	}
	if a.cover.name != "" {
		if _, err := epub.ReadCover(a.cover.data); err != nil {
			return a, say.Errorf("%s: %w", cmp.Or(w.Cover, in.beside(in.Config.Cover)), err)
		}
	}
	if a.profile, err = readAsset("profile", w.Profile, in.beside(in.Config.Profile)); err != nil {
		return a, err
	}
	if w.Colour && a.profile.data == nil {
		return a, say.Errorf("pictures are printed in colour under the printer's ICC profile alone; give it with --profile, or as profile in %s", ConfigName)
	}
	for i, f := range in.Config.Fonts {
		file, err := readAsset(fmt.Sprintf("face-%d", i+1), in.beside(f.File))
		if err != nil {
			return a, err
		}
		a.faces = append(a.faces, face{f.Name, file})
	}
	return a, nil
}

// beside gives the path of a file that the settings name, or "" for none.
func (in Input) beside(name string) string {
	if name == "" {
		return ""
	}
	return filepath.Join(in.Folder, name)
}

// readAsset reads the first path that is one. In the archive the file has the
// name of its duty, so that two files never want the same.
func readAsset(duty string, paths ...string) (asset, error) {
	for _, path := range paths {
		if path != "" {
			data, err := os.ReadFile(path)
			if err != nil {
				return asset{}, say.Errorf("%s: %w", duty, err)
			}
			return asset{duty + filepath.Ext(path), data}, nil
		}
	}
	return asset{}, nil
}

// fonts gives the faces as settings name them.
func (a assets) fonts() []Font {
	var list []Font
	for _, f := range a.faces {
		list = append(list, Font{f.name, f.file.name})
	}
	return list
}

// files gives all assets that there are.
func (a assets) files() []builder.File {
	var list []builder.File
	add := func(a asset) {
		if a.name != "" {
			list = append(list, builder.File{Path: a.name, Data: a.data})
		}
	}
	add(a.cover)
	add(a.profile)
	for _, f := range a.faces {
		add(f.file)
	}
	return list
}
