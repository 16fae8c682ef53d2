package epub

import (
	"fmt"
	"path"
	"strings"

	"kanyin/builder/imaging"
	"kanyin/issues/issue"
)

// longestSide of a picture, in pixels, fills a phone's screen across and a
// tablet's in its column; a magazine with forty of them stays a few megabytes.
const longestSide = 1600

// A plate is a picture as the book has it.
type plate struct {
	path string // relative to the package
	alt  string // what the source says that it shows
}

// plates are the book's pictures by their names in the issue.
type plates map[string]plate

// planPlates fits the issue's pictures and takes them in.
func planPlates(bk *book, iss *issue.Issue) (plates, error) {
	out := plates{}
	for _, p := range iss.Pictures {
		data, mime, err := imaging.Fit(p, longestSide)
		if err != nil {
			return nil, err
		}
		ending := map[string]string{"image/jpeg": ".jpg", "image/png": ".png"}[mime]
		file := "images/" + strings.TrimSuffix(p.Name, path.Ext(p.Name)) + ending
		for n := 2; bk.has(file); n++ {
			file = fmt.Sprintf("images/%s-%d%s", strings.TrimSuffix(p.Name, path.Ext(p.Name)), n, ending)
		}
		bk.resources = append(bk.resources, resource{path: file, mediaType: mime, data: data})
		out[p.Name] = plate{file, p.Alt}
	}
	return out, nil
}

func (bk *book) has(file string) bool {
	for _, r := range bk.resources {
		if r.path == file {
			return true
		}
	}
	return false
}

// tag writes the picture that stands at a block. Who cannot see it hears what
// the source says of it, or else its caption.
func (p plate) tag(a *issue.Article, i int, w words) string {
	alt := p.alt
	for i < len(a.Blocks) && a.Blocks[i].Kind == issue.Figure {
		i++
	}
	if alt == "" && i < len(a.Blocks) && a.Blocks[i].Kind == issue.Caption {
		alt = a.Blocks[i].Text
	}
	return p.image(alt, w)
}

func (p plate) image(alt string, w words) string {
	if alt == "" {
		alt = w.picture
	}
	return fmt.Sprintf(`<img src="../%s" alt="%s"/>`, escape(p.path), escape(alt))
}
