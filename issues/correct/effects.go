package correct

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// Effects tells what has become of an issue between two readings of one text, a
// row for each difference: of articles, of lines that stand elsewhere or are
// something else now, of the contents, of findings.
func Effects(before, after *issue.Issue) []say.Text {
	return slices.Concat(
		differences(say.Of("article"), articles(before), articles(after)),
		standings(before, after),
		moves(before, after),
		wordings(before, after),
		differences(say.Of("contents"), contents(before), contents(after)),
		differences(say.Of("finding"), findings(before), findings(after)),
	)
}

// differences tells what is gone (-) and what is new (+).
func differences(what say.Text, before, after []say.Text) []say.Text {
	var rows []say.Text
	for _, s := range before {
		if !slices.ContainsFunc(after, s.Equal) {
			rows = append(rows, say.Of("- %s %s", what, s))
		}
	}
	for _, s := range after {
		if !slices.ContainsFunc(before, s.Equal) {
			rows = append(rows, say.Of("+ %s %s", what, s))
		}
	}
	return rows
}

func articles(iss *issue.Issue) []say.Text {
	var rows []say.Text
	for i, a := range iss.Articles {
		before := say.Of("the first")
		if i > 0 {
			before = say.Of("behind %s", named(&iss.Articles[i-1]))
		}
		rows = append(rows, say.Of("%s / %s @ %s %d, %s", named(&a), strings.Join(a.Authors, "、"), a.Section, a.Page, before))
	}
	return rows
}

// named is what an article is called where it is told of: no longer than a line.
func named(a *issue.Article) string {
	const longest = 16
	title := []rune(a.Title)
	switch {
	case len(title) == 0:
		return a.ID
	case len(title) > longest:
		return string(title[:longest]) + "…"
	}
	return a.Title
}

// identities tells articles apart by the first of their lines, whatever they are
// called.
func identities(iss *issue.Issue) map[string]int {
	first := map[string]int{}
	for _, a := range iss.Articles {
		for _, b := range a.Blocks {
			if len(b.Lines) > 0 {
				first[a.ID] = b.Lines[0]
				break
			}
		}
	}
	return first
}

func contents(iss *issue.Issue) []say.Text {
	names := map[string]string{}
	for i := range iss.Articles {
		names[iss.Articles[i].ID] = named(&iss.Articles[i])
	}
	var rows []say.Text
	for _, e := range iss.Toc {
		var told []string
		for _, id := range e.Articles {
			told = append(told, names[id])
		}
		rows = append(rows, say.Of("%d %s → %s", e.Page, e.Title, strings.Join(told, ", ")))
	}
	return rows
}

func findings(iss *issue.Issue) []say.Text {
	var rows []say.Text
	for _, f := range iss.Findings {
		rows = append(rows, f.Format(""))
	}
	return rows
}

// wordings tells of blocks of the same lines that say something else: the part
// that differs, with a little of what stands around it.
func wordings(before, after *issue.Issue) []say.Text {
	said := map[string]string{}
	key := func(b *issue.Block) string { return fmt.Sprint(b.Lines) }
	before.EachBlock(func(_ string, b *issue.Block) { said[key(b)] = b.Text })
	var rows []say.Text
	after.EachBlock(func(_ string, b *issue.Block) {
		if old, ok := said[key(b)]; ok && old != b.Text && len(b.Lines) > 0 {
			was, is := apart(old, b.Text)
			rows = append(rows, say.Of("  line %d: %s → %s", b.Lines[0], was, is))
		}
	})
	return rows
}

// apart gives the part in which two texts differ, with a few runes around it.
func apart(a, b string) (string, string) {
	const around = 4
	x, y := []rune(a), []rune(b)
	head := 0
	for head < len(x) && head < len(y) && x[head] == y[head] {
		head++
	}
	tail := 0
	for tail < len(x)-head && tail < len(y)-head && x[len(x)-1-tail] == y[len(y)-1-tail] {
		tail++
	}
	head, tail = max(0, head-around), max(0, tail-around)
	return string(x[head : len(x)-tail]), string(y[head : len(y)-tail])
}

// standings tells of lines that stand elsewhere, or say something else.
func standings(before, after *issue.Issue) []say.Text {
	a, b := standing(before), standing(after)
	told, tells := tale(before), tale(after)
	var rows []say.Text
	last, from := say.Text{}, 0
	tell := func(to int) {
		switch {
		case last.IsZero():
			return
		case from == to:
			rows = append(rows, say.Of("  line %d: %s", from, last))
		default:
			rows = append(rows, say.Of("  lines %d to %d: %s", from, to, last))
		}
		last = say.Text{}
	}
	end := 0
	for n := 1; n < len(a) && n < len(b); n++ {
		if a[n].IsZero() && b[n].IsZero() {
			continue // blank: it parts nothing
		}
		change := say.Text{}
		if !a[n].Equal(b[n]) {
			change = say.Of("%s → %s", told[n], tells[n])
		}
		if !change.Equal(last) {
			tell(end)
			last, from = change, n
		}
		end = n
	}
	tell(end)
	return rows
}

// standing gives for each line where it stands and what goes before it in its
// block; tale gives the same for people.
func standing(iss *issue.Issue) []say.Text {
	first := identities(iss)
	names := map[string]string{}
	for id, line := range first {
		names[id] = fmt.Sprint(line)
	}
	return places(iss, names)
}

func tale(iss *issue.Issue) []say.Text {
	names := map[string]string{}
	for i := range iss.Articles {
		names[iss.Articles[i].ID] = named(&iss.Articles[i])
	}
	return places(iss, names)
}

func places(iss *issue.Issue, names map[string]string) []say.Text {
	where := make([]say.Text, len(iss.Source.Lines)+1)
	iss.EachBlock(func(place string, b *issue.Block) {
		zone, _, _ := strings.Cut(place, " ")
		if name, ok := names[zone]; ok {
			zone = name
		}
		at := b.At(zone)
		for i, n := range b.Lines {
			where[n] = at
			if i > 0 {
				where[n] = say.Of("%s, goes on from line %d", where[n], b.Lines[i-1])
			}
			if b.Picture != "" {
				where[n] = say.Of("%s with %s", where[n], b.Picture)
			}
		}
	})
	return where
}

// moves tells of blocks that stand in another order in the same article.
func moves(before, after *issue.Issue) []say.Text {
	was, is := map[int][]int{}, map[int][]int{} // heads of blocks, by the first of their article
	for _, side := range []struct {
		iss  *issue.Issue
		into map[int][]int
	}{{before, was}, {after, is}} {
		for _, a := range side.iss.Articles {
			key := 0
			for _, b := range a.Blocks {
				if len(b.Lines) > 0 {
					if key == 0 {
						key = b.Lines[0]
					}
					side.into[key] = append(side.into[key], b.Lines[0])
				}
			}
		}
	}
	var rows []say.Text
	for _, key := range slices.Sorted(maps.Keys(is)) {
		for _, i := range outOfOrder(was[key], is[key]) {
			rows = append(rows, say.Of("  line %d: stands behind line %d", is[key][i], is[key][i-1]))
		}
	}
	return rows
}

// outOfOrder gives the places in b of what both lists have and a has in another
// order: as few as tell it. The first of b is never among them.
func outOfOrder(a, b []int) []int {
	best := make([]int, len(b)) // length of the longest rising run that ends here
	from := make([]int, len(b))
	last := -1
	for i := range b {
		at := slices.Index(a, b[i])
		if best[i], from[i] = 1, -1; at < 0 {
			best[i] = 0
			continue
		}
		for k := range i {
			if before := slices.Index(a, b[k]); before >= 0 && before < at && best[k]+1 > best[i] {
				best[i], from[i] = best[k]+1, k
			}
		}
		if last < 0 || best[i] > best[last] {
			last = i
		}
	}
	stays := map[int]bool{}
	for ; last >= 0; last = from[last] {
		stays[last] = true
	}
	var out []int
	for i := range b {
		if i > 0 && best[i] > 0 && !stays[i] {
			out = append(out, i)
		}
	}
	return out
}
