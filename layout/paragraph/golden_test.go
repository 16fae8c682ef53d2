package paragraph_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kanyin/layout/internal/fakefont"
	"kanyin/layout/paragraph"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const em = 10 * 1000 // goldens are set in ten points

// TestGolden sets the text of every file and compares the lines and the places
// of the glyphs. In a text, a line is a span, and {face size=… raise=…
// nowrap} before it says how it looks.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { golden(t, file) })
	}
}

func golden(t *testing.T, file string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Files) < 2 || a.Files[0].Name != "style" || a.Files[1].Name != "text" {
		t.Fatal("a golden begins with style and text")
	}
	spans := readSpans(t, string(a.Files[1].Data))
	lines := set(spans, readStyle(t, string(a.Files[0].Data)))
	got := &txtar.Archive{Comment: a.Comment, Files: append(a.Files[:2:2],
		txtar.File{Name: "lines", Data: []byte(dumpLines(lines))},
		txtar.File{Name: "places", Data: []byte(dumpPlaces(lines))})}
	text := string(txtar.Format(got))
	if *update {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := string(txtar.Format(a)); text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
}

// set sets a paragraph with a Setter of its own.
func set(spans []paragraph.Span, st paragraph.Style) []paragraph.Line {
	return paragraph.NewSetter(fakefont.Metrics{}).Set(spans, st)
}

func readStyle(t *testing.T, text string) paragraph.Style {
	t.Helper()
	st := paragraph.Style{Face: "song", Size: em}
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		key, value, _ := strings.Cut(line, " ")
		switch key {
		case "measure":
			st.Measure = ems(t, value)
		case "indent":
			st.Indent = ems(t, value)
		case "align":
			st.Align = map[string]paragraph.Align{"left": paragraph.Left, "center": paragraph.Center, "right": paragraph.Right}[value]
		case "marks":
			st.Marks = map[string]paragraph.Marks{"full": paragraph.FullWidth, "half": paragraph.HalfWidth, "line-end": paragraph.LineEnd, "headed": paragraph.Headed}[value]
		case "kinsoku":
			st.Kinsoku = map[string]paragraph.Kinsoku{"basic": paragraph.Basic, "strict": paragraph.Strict}[value]
		case "language":
			st.Language = value
		case "vertical":
			st.Vertical = true
		case "hang":
			st.Hang = true
		case "balance":
			st.Balance = true
		default:
			t.Fatalf("style: %q", line)
		}
	}
	return st
}

func ems(t *testing.T, value string) paragraph.Length {
	t.Helper()
	f, err := strconv.ParseFloat(value, 64)
	if err != nil {
		t.Fatal(err)
	}
	return paragraph.Length(f * em)
}

func readSpans(t *testing.T, text string) (spans []paragraph.Span) {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		var sp paragraph.Span
		if looks, rest, ok := strings.Cut(line, "}"); ok && strings.HasPrefix(looks, "{") {
			line = rest
			for _, look := range strings.Fields(looks[1:]) {
				readLook(t, &sp, look)
			}
		}
		sp.Text = line
		spans = append(spans, sp)
	}
	return spans
}

func readLook(t *testing.T, sp *paragraph.Span, look string) {
	t.Helper()
	key, value, _ := strings.Cut(look, "=")
	switch key {
	case "size":
		sp.Size = ems(t, value)
	case "raise":
		sp.Raise = ems(t, value)
	case "nowrap":
		sp.NoWrap = true
	case "reading":
		sp.Reading = value
	case "dots":
		sp.Dots = true
	default:
		sp.Face = key
	}
}

// dumpLines shows each line with its width in ems.
func dumpLines(lines []paragraph.Line) string {
	var b strings.Builder
	for _, l := range lines {
		for _, r := range l.Runs {
			b.WriteString(string(r.Runes))
		}
		fmt.Fprintf(&b, "  %s", inEms(l.Width))
		if l.Gap > 0 {
			fmt.Fprintf(&b, "  gap %s", inEms(l.Gap))
		}
		if l.Short {
			b.WriteString("  short")
		}
		b.WriteString("\n")
		for _, g := range l.Glosses {
			b.WriteString("  beside:")
			for _, r := range g.Text {
				fmt.Fprintf(&b, " %s at %s", string(r.Runes), inEms(r.X))
			}
			for _, x := range g.Dots {
				fmt.Fprintf(&b, " • at %s", inEms(x))
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// dumpPlaces shows where each glyph is drawn, in ems from the line's start, and
// in brackets where a run begins that is not the style's face and size.
func dumpPlaces(lines []paragraph.Line) string {
	var b strings.Builder
	for _, l := range lines {
		for k, r := range l.Runs {
			if k > 0 {
				b.WriteString("  ")
			}
			if r.Way > paragraph.Upright {
				b.WriteString([]string{paragraph.Turned: "turned ", paragraph.Abreast: "abreast "}[r.Way])
			}
			if face := strings.TrimSuffix(r.Face, paragraph.UprightSuffix); face != "song" || r.Size != em || r.Raise != 0 {
				fmt.Fprintf(&b, "[%q %s %s] ", r.Face, inEms(r.Size), inEms(r.Raise))
			}
			x := r.X
			for i, c := range r.Runes {
				at := x
				if r.Shift != nil {
					at += r.Shift[i]
				}
				if i > 0 {
					b.WriteString(" ")
				}
				fmt.Fprintf(&b, "%c%s", c, inEms(at))
				x += r.Advances[i]
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func inEms(l paragraph.Length) string {
	return strconv.FormatFloat(float64(l)/em, 'f', -1, 64)
}

// lineText is what a line says.
func lineText(l paragraph.Line) string {
	var b strings.Builder
	for _, r := range l.Runs {
		if r.Actual == "" {
			b.WriteString(string(r.Runes))
		}
	}
	return b.String()
}
