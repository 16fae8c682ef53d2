package entries_test

import (
	"fmt"
	"strings"
	"testing"

	"kanyin/issues/reconstruct/entries"
)

func read(rows ...string) []*entries.Entry {
	var out []*entries.Entry
	for _, r := range rows {
		out = append(out, entries.Read(r))
	}
	return out
}

func show(e *entries.Entry) string {
	return fmt.Sprintf("%d|%s|%s|%s|%s", e.Page, e.Section, e.Title, e.Subtitle, strings.Join(e.Authors, " "))
}

// What leaders, strokes and blanks tell of rows whose articles are not known.
func TestRowsAlone(t *testing.T) {
	for _, c := range []struct {
		name       string
		rows, want []string
	}{
		{"pages behind leaders", []string{"河口的灯……周岸……4", "渡船上的春天……陈望春……12"}, []string{"4||河口的灯||周岸", "12||渡船上的春天||陈望春"}},
		{"pages first", []string{"04 河口的灯\n周岸", "12 渡船上的春天\n陈望春"}, []string{"4||河口的灯||周岸", "12||渡船上的春天||陈望春"}},
		{"a year is no page", []string{"河口的灯……4", "2024 年终总结……12", "渡船上的春天……20"}, []string{"4||河口的灯||", "12||2024 年终总结||", "20||渡船上的春天||"}},
		{"sections in brackets", []string{"【人物】河口的灯 …… 4", "【人物】渡船上的春天 …… 12"}, []string{"4|人物|河口的灯||", "12|人物|渡船上的春天||"}},
		{"a subtitle behind a dash", []string{"河口的灯——一座桥的夜……4"}, []string{"4||河口的灯|一座桥的夜|"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			es := read(c.rows...)
			entries.ReadPages(es)
			entries.CutSections(es, nil)
			for n, e := range es {
				e.Part()
				if got := show(e); got != c.want[n] {
					t.Errorf("%s: %s, not %s", c.rows[n], got, c.want[n])
				}
			}
		})
	}
}

// A title that is known parts an entry that has neither leaders nor strokes.
func TestTell(t *testing.T) {
	e := entries.Read("河口的灯周岸")
	e.Tell("河口的灯", "")
	if got := show(e); got != "0||河口的灯||周岸" {
		t.Error(got)
	}
	if e.Is("河口的灯") || !entries.Read("《河口的灯》").Is("河口的灯") {
		t.Error("an entry is its title where it has no other letters")
	}
}

// A title with a character misread is found; half a title is another one.
func TestAlike(t *testing.T) {
	x := entries.IndexOf(read("4 河口边上的灯 周岸", "12 渡船上的春天 陈望春"))
	if got := x.Alike("河口边上的灯"); len(got) != 1 || got[0] <= 1 {
		t.Error("the whole title:", got)
	}
	if got := x.Alike("渡船上的春大"); len(got) != 1 || got[1] >= 1 {
		t.Error("a character misread:", got)
	}
	if got := x.Alike("河口的船"); len(got) != 0 {
		t.Error("another title:", got)
	}
}
