package press

import "path/filepath"

// Beside gives the files that the input's settings name, which editions depend
// on as they do on the text. They need not exist.
func (in Input) Beside() []string {
	names := []string{in.Config.Cover, in.Config.Profile}
	if filepath.Ext(in.Config.Design) != "" { // a built-in design has a name alone
		names = append(names, in.Config.Design)
	}
	for _, f := range in.Config.Fonts {
		names = append(names, f.File)
	}
	var list []string
	for _, name := range names {
		if name != "" {
			list = append(list, in.beside(name))
		}
	}
	return list
}
