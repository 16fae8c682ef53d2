package houses

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"kanyin/issues/reconstruct/label"
)

// unfilled is what a shape's value leaves that was not put in.
var unfilled = regexp.MustCompile(`\{[a-z]*(:\d+)?\}|\t|%!`)

// each makes every form of the first seeds.
func each(t *testing.T, seeds uint64, do func(*testing.T, *House)) {
	t.Helper()
	for seed := range seeds {
		for form := range Forms {
			h, err := Make(seed, form)
			if err != nil {
				t.Fatal(err)
			}
			if *show {
				t.Logf("==== %s\n%s", h.Name, h)
			}
			do(t, h)
		}
	}
}

func TestEveryLineIsLabelled(t *testing.T) {
	each(t, 30, func(t *testing.T, h *House) {
		if len(h.Labels) != len(h.File.Lines) {
			t.Fatalf("%s: %d labels for %d lines", h.Name, len(h.Labels), len(h.File.Lines))
		}
		for i, text := range h.File.Lines {
			if known := h.Labels[i].Known; known != (strings.TrimSpace(text) != "") {
				t.Errorf("%s:%d: known is %t: %q", h.Name, i+1, known, text)
			}
			if unfilled.MatchString(text) {
				t.Errorf("%s:%d: a value was not put in: %q", h.Name, i+1, text)
			}
		}
	})
}

// The lines of a block, put together, are the block: what the truth says was
// printed, in its order, whatever form it comes in.
func TestLinesAddUpToTheArticles(t *testing.T) {
	each(t, 30, func(t *testing.T, h *House) {
		for n, a := range h.Articles {
			var title, text []string
			for i, l := range h.Labels {
				switch {
				case l.Article != n+1 || !l.Known || l.Kind == label.Contents:
				case l.Kind == label.Title:
					title = append(title, h.File.Lines[i])
				case l.Block > 0:
					text = append(text, h.File.Lines[i])
				}
			}
			if !strings.HasPrefix(key(strings.Join(title, "")), key(a.Title)) {
				t.Errorf("%s: article %d is %q, its title lines are %q", h.Name, n+1, a.Title, title)
			}
			printed := key(strings.Join(text, ""))
			for _, b := range a.Blocks {
				if strings.HasPrefix(h.Name, Woven.String()) {
					continue // other lines stand between a paragraph's
				}
				// A paragraph that jumps has its marks inside; its end stands all the same.
				r := []rune(key(b.Text))
				if tail := string(r[max(0, len(r)-4):]); !strings.Contains(printed, tail) {
					t.Errorf("%s: article %d: %s %q is printed nowhere", h.Name, n+1, b.Kind, b.Text)
				}
			}
		}
	})
}

func TestSameSeedSameHouse(t *testing.T) {
	for form := range Forms {
		a, err := Make(7, form)
		if err != nil {
			t.Fatal(err)
		}
		b, err := Make(7, form)
		if err != nil {
			t.Fatal(err)
		}
		if a.String() != b.String() || !slices.Equal(a.File.Facts, b.File.Facts) {
			t.Errorf("%s: the second making differs from the first", form)
		}
	}
}

// Every kind that houses print stands somewhere, so none is learnt from outside alone.
func TestEveryKindIsMade(t *testing.T) {
	seen := map[label.Kind]int{}
	for seed := range uint64(60) {
		h, err := Make(seed, Set)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range h.Labels {
			if l.Known {
				seen[l.Kind]++
			}
		}
	}
	for k := range label.Kinds {
		if seen[k] == 0 {
			t.Errorf("no line is %s", k)
		}
	}
}

// Only woven pages part from the order of the text, and they do.
func TestOrder(t *testing.T) {
	scrambled := map[Form]int{}
	for seed := range uint64(20) {
		for form := range Forms {
			h, err := Make(seed, form)
			if err != nil {
				t.Fatal(err)
			}
			last := map[int]int{}
			for _, l := range h.Labels {
				if l.Kind == label.Paragraph && l.Block < last[l.Article] {
					scrambled[form]++
				}
				if l.Kind == label.Paragraph {
					last[l.Article] = l.Block
				}
			}
		}
	}
	for form := range Forms {
		if (scrambled[form] > 0) != (form == Woven) {
			t.Errorf("%s: %d paragraphs stand before their predecessors", form, scrambled[form])
		}
	}
}

func TestPagesHaveFacts(t *testing.T) {
	for seed := range uint64(20) {
		h, err := Make(seed, Pages)
		if err != nil {
			t.Fatal(err)
		}
		if len(h.File.Facts) != len(h.File.Lines) {
			t.Fatalf("%s: %d facts for %d lines", h.Name, len(h.File.Facts), len(h.File.Lines))
		}
		for i, f := range h.File.Facts {
			s := h.File.Sheets[f.Page-1]
			if f.X0 < 0 || f.X1 <= f.X0 || f.X1 > s.Width+f.Size || f.Y0 < 0 || f.Y1 > s.Height {
				t.Errorf("%s:%d: stands off its sheet: %+v", h.Name, i+1, f)
			}
		}
	}
}
