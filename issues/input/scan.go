package input

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"math"
	"path"
	"slices"
	"strings"

	_ "golang.org/x/image/tiff" // scanners write it

	"kanyin/issues/pages"
	"kanyin/issues/say"
	"kanyin/issues/source"
)

// mostPixels is of one scan: a tabloid page at 600 dpi has 70 million, and a file
// of a few bytes may claim any number.
const mostPixels = 200_000_000

// quality of a picture that is cut from a JPEG, which has lost something already:
// packed again at this, nothing more is seen to go.
const quality = 92

// illustrated adds the pictures that recognisers found on their pages: each is cut
// from the scan of its page, which lies beside the file. Where it does not, that
// is told once a page.
func (o Options) illustrated(f *source.File, ps []pages.Page, files []string) {
	for i, p := range ps {
		if len(p.Pictures) == 0 {
			continue
		}
		scan, err := o.scan(p.Image, files[i])
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

var errNoScan = say.Errorf("no folder is known that it could lie in")

// scan finds the picture of a page: by the name that the recogniser noted, without the folders
// of its own machine, or by that of its file.
func (o Options) scan(noted, file string) (scan, error) {
	open := o.near.of(file)
	if open == nil {
		return scan{}, errNoScan
	}
	stem := strings.TrimSuffix(path.Base(file), path.Ext(file))
	names := []string{}
	if noted = path.Base(strings.ReplaceAll(noted, `\`, "/")); noted != "." && noted != "/" && noted != path.Base(file) {
		names = append(names, noted)
	}
	for _, ending := range []string{".png", ".jpg", ".jpeg", ".tif", ".tiff"} {
		names = append(names, stem+ending)
	}
	for _, name := range names {
		data := open(name)
		if data == nil {
			continue
		}
		config, format, err := image.DecodeConfig(bytes.NewReader(data))
		switch {
		case err != nil:
			return scan{}, say.Errorf("%s is no JPEG, PNG or TIFF (%w)", name, err)
		case config.Width > mostPixels/max(config.Height, 1):
			return scan{}, say.Errorf("%s has %d × %d pixels, more than any page", name, config.Width, config.Height)
		}
		img, _, err := image.Decode(bytes.NewReader(data))
		if err != nil {
			return scan{}, say.Errorf("%s is damaged (%w)", name, err)
		}
		return scan{img, format}, nil
	}
	return scan{}, say.Errorf("%s does not lie beside %s", names[0], path.Base(file))
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
