package issue

import "kanyin/issues/say"

// A Picture is an image of the issue, as it came.
type Picture struct {
	Name          string // of its file in editions: p012-1.jpg
	MIME          string // image/jpeg or image/png
	SHA256        string // of Bytes, in hexadecimal
	Bytes         []byte
	Width, Height int        // in its own pixels
	Page          int        // of the source, from 1; 0 where it stood on none
	Box           [4]float32 // where it stood there: left, top, right, bottom, in points; all 0 on no page
	Alt           string     // what its document says that it shows
}

// Picture gives the picture of that name.
func (iss *Issue) Picture(name string) (Picture, bool) {
	for _, p := range iss.Pictures {
		if p.Name == name {
			return p, true
		}
	}
	return Picture{}, false
}

// pictureLedger proves that every picture stands in exactly one block.
func (iss *Issue) pictureLedger() error {
	where := map[string]string{}
	var fault error
	iss.EachBlock(func(place string, b *Block) {
		switch _, known := iss.Picture(b.Picture); {
		case b.Kind != Figure || fault != nil:
		case !known:
			fault = say.Errorf("%s: the issue has no picture %q", place, b.Picture)
		case where[b.Picture] != "":
			fault = say.Errorf("picture %s stands twice: %s, %s", b.Picture, where[b.Picture], place)
		default:
			where[b.Picture] = place
		}
	})
	if fault != nil {
		return fault
	}
	for _, p := range iss.Pictures {
		if where[p.Name] == "" {
			return say.Errorf("picture %s stands nowhere", p.Name)
		}
	}
	return nil
}

type pictureJSON struct {
	Name   string      `json:"name"`
	MIME   string      `json:"mime"`
	SHA256 string      `json:"sha256"`
	Width  int         `json:"width"`
	Height int         `json:"height"`
	Page   int         `json:"page,omitempty"`
	Box    *[4]float32 `json:"box,omitempty"`
	Alt    string      `json:"alt,omitempty"`
}

func pictureToJSON(p Picture) pictureJSON {
	j := pictureJSON{Name: p.Name, MIME: p.MIME, SHA256: p.SHA256, Width: p.Width, Height: p.Height, Page: p.Page, Alt: p.Alt}
	if p.Page > 0 {
		j.Box = &p.Box
	}
	return j
}
