package check

import "kanyin/issues/say"

// Title gives what a code is about, the zero Text where there is no such code.
func Title(code string) say.Text {
	for _, r := range Catalogue() {
		if r.Code == code {
			return r.Title
		}
	}
	return say.Text{}
}
