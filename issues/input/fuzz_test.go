package input_test

import (
	"archive/zip"
	"bytes"
	"reflect"
	"testing"

	"kanyin/issues/input"
)

// FuzzFolder: a zip of any two files, as folders come by mail, is read twice
// alike or refused. PDFs are PDFium's, and are fuzzed by those who make it.
func FuzzFolder(f *testing.F) {
	hocr := "<div class='ocr_page' title='image \"a.png\"; bbox 0 0 600 800'><div class='ocr_photo' title='bbox 9 9 90 90'></div><span class='ocr_line' title='bbox 10 100 90 110'>渡口</span></div>"
	f.Add("a.txt", []byte("渡口\n林小河\n水涨了。\n"), "b.txt", []byte("集市\n"))
	f.Add("a.hocr", []byte(hocr), "a.png", []byte("\x89PNG\r\n\x1a\n"))
	f.Add("a.md", []byte("# 渡口\n![图](b/c.png)\n"), "b/c.png", []byte("GIF89a"))
	f.Add("../a.html", []byte("<h1>渡口</h1><img src='../../b.png'>"), "/b.png", []byte("\xff\xd8"))
	f.Fuzz(func(t *testing.T, one string, a []byte, two string, b []byte) {
		if bytes.Contains(a, []byte("%PDF")) || bytes.Contains(b, []byte("%PDF")) {
			t.Skip("SKIP: a PDF")
		}
		var packed bytes.Buffer
		z := zip.NewWriter(&packed)
		for _, f := range []struct {
			name string
			data []byte
		}{{one, a}, {two, b}} {
			w, err := z.Create(f.name)
			if err != nil {
				t.Skip(err)
			}
			w.Write(f.data)
		}
		if err := z.Close(); err != nil {
			t.Skip(err)
		}
		o := input.Options{MaxSize: 1 << 20}
		first, err := o.Read("a.zip", bytes.NewReader(packed.Bytes()))
		again, err2 := o.Read("a.zip", bytes.NewReader(packed.Bytes()))
		if (err == nil) != (err2 == nil) || !reflect.DeepEqual(first, again) {
			t.Errorf("two readings: %v, %v", err, err2)
		}
	})
}
