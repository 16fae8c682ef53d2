package seam_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kanyin/issues/reconstruct/seam"
)

var update = flag.Bool("update", false, "rewrite the golden readings")

// Each archive in testdata shows one behaviour: its first line says which, the
// pieces stand in source order, and the reading is what Solve makes of them.
//
// A piece is a letter for its label, flags, and its text:
//
//	T title that begins an article   t further title line   b byline
//	h heading   p paragraph   c caption or credit   f furniture
//	a affiliation   s source   e editor   n note
//
// Flags: @4 its page, >6 continued on page 6, <4 continued from page 4, + glued,
// | apart, #3 its number, =3 known to go on after piece 3, ! known to end its block.
func TestReadings(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no archives in testdata")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			pieces := parsePieces(t, string(ar.Files[0].Data))
			got := show(pieces, seam.Solve(pieces))
			if *update {
				ar.Files = append(ar.Files[:1], txtar.File{Name: "reading", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(ar.Files[1].Data); got != want {
				t.Errorf("read as\n%swant\n%s", got, want)
			}
		})
	}
}

var letterLabels = map[byte]seam.Label{
	'T': seam.Title, 't': seam.Title, 'b': seam.Byline, 'h': seam.Heading, 'p': seam.Body, 'c': seam.Aside,
	'f': seam.Furniture, 'a': seam.Affiliation, 's': seam.Source, 'e': seam.Editor, 'n': seam.Note,
}

func parsePieces(t *testing.T, text string) []seam.Piece {
	var pieces []seam.Piece
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		head, body, ok := strings.Cut(line, " ")
		label, known := letterLabels[head[0]]
		if !ok || !known {
			t.Fatalf("piece %d: %q", i+1, line)
		}
		p := seam.Piece{Line: i + 1, Label: label, Start: head[0] == 'T', Text: body, Raw: body}
		for _, flag := range strings.FieldsFunc(head[1:], func(r rune) bool { return r == ',' }) {
			n, _ := strconv.Atoi(flag[1:])
			switch flag[0] {
			case '@':
				p.Page = n
			case '>':
				p.OnTo = n
			case '<':
				p.From = n
			case '#':
				p.Number, p.Series = n, 1
			case '=':
				p.After = n
			case '!':
				p.Ends = true
			case '+':
				p.Glued = true
			case '|':
				p.Apart = true
			default:
				t.Fatalf("piece %d: flag %q", i+1, flag)
			}
		}
		pieces = append(pieces, p)
	}
	return pieces
}

// show writes a reading for a person: a block a line, with the numbers of its
// pieces, then what moved and what is doubtful.
func show(pieces []seam.Piece, r seam.Result) string {
	var b strings.Builder
	block := func(list []int) {
		var numbers []string
		text := ""
		for _, i := range list {
			numbers = append(numbers, strconv.Itoa(pieces[i].Line))
			text += pieces[i].Text
		}
		fmt.Fprintf(&b, "  %-8s %s\n", strings.Join(numbers, "+"), text)
	}
	for _, a := range r.Articles {
		fmt.Fprintf(&b, "article\n")
		for _, list := range a.Blocks {
			block(list)
		}
	}
	if len(r.Loose) > 0 {
		fmt.Fprintf(&b, "loose\n")
	}
	for _, list := range r.Loose {
		block(list)
	}
	for _, j := range r.Jumps {
		how := "then"
		if j.Join {
			how = "joined with"
		}
		fmt.Fprintf(&b, "moved: %d %s %d\n", pieces[j.From].Line, how, pieces[j.To].Line)
	}
	for _, d := range r.Doubts {
		fmt.Fprintf(&b, "doubt: %d could go on at %d\n", pieces[d.Tail].Line, pieces[d.Could].Line)
	}
	return b.String()
}
