package input

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"math"
	"slices"

	"kanyin/issues/pages"
	"kanyin/issues/say"
	"kanyin/issues/source"
)

// quality of a picture that is cut from a JPEG, which has lost something already:
// packed again at this, nothing more is seen to go.
const quality = 92

// illustrated adds the pictures that recognisers found on their pages: each is cut
// from the scan of its page, which lies beside the file. Where it does not, that
// is told once a page. The files are those that the pages came from, one a page.
func (o Options) illustrated(f *source.File, ps []pages.Page, files []string) {
	at := shelf{}
	defer at.close()
	for i, p := range ps {
		if len(p.Pictures) == 0 {
			continue
		}
		first := slices.Index(files, files[i])
		scan, err := at.scan(o.near.of(files[i]), sheet{noted: p.Image, file: files[i], nth: i - first, single: first == len(ps)-1 || files[first+1] != files[i]})
		for nth := 0; nth < len(p.Pictures) && err == nil; nth++ {
			if err = scan.cut(&p, &p.Pictures[nth]); err == nil {
				f.Pictures = append(f.Pictures, illustration(f, p.Number, nth+1, p.Pictures[nth]))
			}
		}
		if err != nil {
			f.Troubles = append(f.Troubles, source.Trouble{Code: "picture-unread", Line: firstOf(f, p.Number), Values: []string{files[i]},
				Message: say.Of("the recogniser saw %d pictures on page %d, and they cannot be cut from its scan: %v", len(p.Pictures), p.Number, err)})
		}
	}
	slices.SortStableFunc(f.Pictures, func(a, b source.Picture) int { return a.After - b.After })
}

// A scan is a page's picture.
type scan struct {
	image.Image
	format string
}

// cut gives a picture its pixels, those of its box: as PNG, or where the scan was
// a JPEG as one again.
func (s scan) cut(p *pages.Page, pic *pages.Picture) error {
	b := s.Bounds()
	across, down := float64(b.Dx())/float64(p.Width), float64(b.Dy())/float64(p.Height)
	at := image.Rect(
		b.Min.X+int(math.Floor(float64(pic.X0)*across)), b.Min.Y+int(math.Floor(float64(pic.Y0)*down)),
		b.Min.X+int(math.Ceil(float64(pic.X1)*across)), b.Min.Y+int(math.Ceil(float64(pic.Y1)*down)),
	).Intersect(b)
	if at.Empty() {
		return say.Errorf("a box lies beside the scan")
	}
	img := s.Image.(interface {
		SubImage(image.Rectangle) image.Image
	}).SubImage(at) // every kind that the three formats give has it
	var out bytes.Buffer
	var err error
	if pic.MIME = "image/png"; s.format == "jpeg" {
		pic.MIME = "image/jpeg"
		err = jpeg.Encode(&out, img, &jpeg.Options{Quality: quality})
	} else {
		err = png.Encode(&out, img)
	}
	pic.Width, pic.Height, pic.Bytes = at.Dx(), at.Dy(), out.Bytes()
	return err
}
