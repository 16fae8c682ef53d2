package input_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"kanyin/issues/input"
	"kanyin/issues/source"
)

// The pages of package ocr's tests, put in order.
func TestPagesOfARecogniser(t *testing.T) {
	fixture := func(name string) string {
		data, err := os.ReadFile(filepath.Join("..", "pages", "ocr", "testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	var files []*source.File
	for _, name := range []string{"page.hocr", "page.alto.xml", "page.abbyy.xml"} {
		f, err := input.Options{}.Read("scan", strings.NewReader(fixture(name)))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	f := files[0]
	if !reflect.DeepEqual(f.Lines, files[1].Lines) || !reflect.DeepEqual(f.Lines, files[2].Lines) {
		t.Errorf("three formats give\n%q\n%q\n%q", f.Lines, files[1].Lines, files[2].Lines)
	}
	for i, want := range []string{"渡口纪事", "本刊记者 林小河", "水从上游来，河水照样流过镇子的", "东头。"} {
		if f.Lines[i] != want {
			t.Errorf("line %d is %q, want %q", i+1, f.Lines[i], want)
		}
	}
	if len(f.Troubles) != 1 || f.Troubles[0].Code != "ocr-doubtful" || !strings.HasPrefix(f.Lines[f.Troubles[0].Line-1], "问船工") {
		t.Errorf("troubles: %v", f.Troubles)
	}
	// Two files are two pages.
	dir := write(t, map[string]string{"pg-10.hocr": fixture("page.hocr"), "pg-9.hocr": fixture("page.hocr"), "pg-9.png": "\x89PNG\r\n\x1a\n"})
	_, both, err := input.Options{}.Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(both.Sheets) != 2 || len(both.Lines) != 2*len(f.Lines) || both.Facts[len(f.Lines)].Page != 2 {
		t.Errorf("%d sheets, %d lines", len(both.Sheets), len(both.Lines))
	}
}
