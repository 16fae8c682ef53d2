package pages_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"kanyin/issues/pages"
	"kanyin/issues/say"
)

// A fixture that does not come back as it went would test another page.
func TestJSON(t *testing.T) {
	want := pages.Document{
		Pages: []pages.Page{{
			Number: 3, Label: "iii", Width: 595.28, Height: 841.89, Tagged: true,
			Runs: []pages.Run{{
				Text: "桥上", X0: 56.7, Y0: 80.25, X1: 77.7, Y1: 92.75, Baseline: 89.5,
				Edges: []float32{56.7, 67.2, 67.2, 77.7}, Size: 10.5, Face: "KanyinHei-Bold",
				Bold: true, Colour: 0xC00000, Tag: "H2", Element: 7,
			}},
			Rules:    []pages.Rule{{X0: 56.7, Y0: 100, X1: 280, Y1: 100.5, Kind: pages.Line}},
			Pictures: []pages.Picture{{X0: 300, Y0: 80, X1: 520, Y1: 240, Width: 1200, Height: 870, MIME: "image/jpeg", Bytes: []byte{0xff, 0xd8}}},
		}},
		Notes: []pages.Note{{Code: "text-missing", Page: 3, Text: say.Verbatim("2 of its 4 characters cannot be read")}},
	}
	b, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got pages.Document
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("came back as %+v\nwant        %+v\nfrom %s", got, want, b)
	}
}
