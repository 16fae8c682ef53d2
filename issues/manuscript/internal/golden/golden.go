// Package golden shows a manuscript as text and holds it against what a txtar
// file says that it should be.
package golden

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kanyin/issues/manuscript"
	"kanyin/issues/source"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Run holds every testdata/*.txtar against what read makes of its files but the
// last, which is named "want".
func Run(t *testing.T, read func(files map[string][]byte) (*manuscript.Document, error)) {
	t.Helper()
	paths, _ := filepath.Glob("testdata/*.txtar")
	if len(paths) == 0 {
		t.Fatal("there is no testdata")
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			files, want := map[string][]byte{}, -1
			for i, f := range ar.Files {
				if f.Name == "want" {
					want = i
					continue
				}
				files[f.Name] = f.Data
			}
			got := ""
			if d, err := read(files); err != nil {
				got = "error: " + err.Error() + "\n"
			} else {
				got = Dump(d.File("manuscript", "utf-8", nil))
			}
			if *update {
				if want < 0 {
					ar.Files = append(ar.Files, txtar.File{Name: "want"})
					want = len(ar.Files) - 1
				}
				ar.Files[want].Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want < 0 || got != string(ar.Files[want].Data) {
				t.Errorf("got\n%s", got)
			}
		})
	}
}

// Dump shows the lines of a manuscript, a line each: role, look, text.
func Dump(f *source.File) string {
	var b strings.Builder
	for i, l := range f.Lines {
		x := f.Facts[i]
		look := ""
		if x.Size > 0 {
			look += fmt.Sprintf(" %gpt", x.Size)
		}
		if x.Face != "" {
			look += " " + x.Face
		}
		if x.Bold {
			look += " bold"
		}
		if x.Lead > 0 {
			look += fmt.Sprintf(" lead=%d", x.Lead)
		}
		look += map[source.Align]string{source.AlignCentre: " centred", source.AlignRight: " right"}[x.Align]
		if x.Stanza {
			look += " stanza"
		}
		if x.Start < 0 {
			look += " goes on"
		}
		fmt.Fprintf(&b, "%-10s|%s|%s\n", x.Role, strings.TrimSpace(look), strings.ReplaceAll(l, "\t", "→"))
	}
	for _, p := range f.Pictures {
		fmt.Fprintf(&b, "picture %s, %s, %d×%d, after line %d, %q\n", p.Name, p.MIME, p.Width, p.Height, p.After, p.Alt)
	}
	for _, g := range f.Glosses {
		fmt.Fprintf(&b, "gloss, line %d: %s %q\n", g.Line, string([]rune(f.Lines[g.Line-1])[g.From:g.To]), g.Reading)
	}
	for _, t := range f.Troubles {
		fmt.Fprintf(&b, "%s, line %d: %s %q\n", t.Code, t.Line, t.Message, t.Values)
	}
	return b.String()
}

// Pack makes an office document of its parts. A part named *.png holds no image
// in a text file, so it becomes one of four pixels.
func Pack(files map[string][]byte) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, data := range files {
		w, _ := z.Create(name)
		if strings.HasSuffix(name, ".png") {
			data = PNG
		}
		w.Write(data)
	}
	z.Close()
	return out.Bytes()
}

// PNG is the smallest image that tests need.
var PNG = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x02\x00\x00\x00\x02\x08\x00\x00\x00\x00\x57\xdd\x52\xf8\x00\x00\x00\x0eIDATx\x9cc\xf8\xff\x9f\x01\x0a\x00\x2d\xe6\x03\xfd\x00\x00\x00\x00IEND\xaeB`\x82")
