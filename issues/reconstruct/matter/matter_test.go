package matter_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/matter"
	"kanyin/issues/reconstruct/rows"
)

// page makes rows of an issue's second page, every one a text of its own; # begins a
// title, * a row of the contents, and = another page. On the page before stands an article about other things, of chance words.
func page(lines string) (rs []rows.Row, ls []label.Label) {
	r := rand.New(rand.NewPCG(1, 2))
	for i := range others {
		s := make([]rune, 40)
		for j := range s {
			s[j] = 0x4e00 + rune(r.IntN(3000))
		}
		rs, ls = append(rs, rows.Row{Text: string(s), Page: 1, Blank: 1}), append(ls, label.Label{Kind: label.Paragraph, Begins: true})
		if i == 0 {
			ls[i].Kind = label.Title
		}
	}
	at := 2
	for i, s := range strings.Split(strings.TrimSpace(lines), "\n") {
		if s == "=" {
			at++
			continue
		}
		l := label.Label{Kind: label.Paragraph, Begins: true}
		if t, ok := strings.CutPrefix(s, "# "); ok {
			s, l.Kind = t, label.Title
		} else if t, ok := strings.CutPrefix(s, "* "); ok {
			s, l.Kind = t, label.Contents
		}
		rs, ls = append(rs, rows.Row{Text: s, Line: i + 1, Page: at, Blank: 1}), append(ls, l)
	}
	return rs, ls
}

const others = 40

// read gives the lines as they are read, without the pages' beginnings.
func read(lines string) string {
	rs, ls := page(lines)
	perm, moves := matter.Order(rs, ls, true)
	if len(moves) == 0 {
		return strings.TrimSpace(strings.ReplaceAll(lines, "=\n", ""))
	}
	var out []string
	for _, i := range perm[others:] {
		s := rs[i].Text
		if ls[i].Kind == label.Title {
			s = "# " + s
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

const (
	market = `# 广场上的年货集市
年货集市在广场上摆了三天，摊主们说，今年的年货卖得比去年快。
广场上的摊主把年货摆到了街口，集市的灯亮到半夜，年货集市还要再摆三天。
集市的摊主说，广场上的灯一亮，买年货的人就来了，年货卖得快。
`
	ferry = `渡口的船工守着水位标尺，船工说，渡口的水位比去年早涨了十天。
水位一涨，渡口的船工就停船，水位标尺立在渡口，船工每天看三次水位标尺。
`
	title = `# 渡口船工守水位
`
	rest = `船工把水位标尺上的数记在本子上，渡口的水位涨得再快，船工也守着渡口。
渡口停船的那几天，船工还是守着水位标尺。
`
)

func TestATextBeforeItsTitleIsReadBehindIt(t *testing.T) {
	if got, want := read(market+ferry+title+rest), strings.TrimSpace(market+title+ferry+rest); got != want {
		t.Errorf("read as\n%s\nwant\n%s", got, want)
	}
}

func TestATextBehindAnotherTitleIsBroughtHome(t *testing.T) {
	m := strings.SplitAfter(market, "\n")
	last := m[3]
	if got, want := read(strings.Join(m[:3], "")+title+ferry+rest+last), strings.TrimSpace(market+title+ferry+rest); got != want {
		t.Errorf("read as\n%s\nwant\n%s", got, want)
	}
}

func TestWhatStandsRightIsNotMoved(t *testing.T) {
	rs, ls := page(market + title + ferry + rest)
	if _, moves := matter.Order(rs, ls, true); len(moves) > 0 {
		t.Errorf("moved %v", moves)
	}
}

// Articles side by side have their titles at one height, which come together.
func TestTextsBehindTwoTitlesAreParted(t *testing.T) {
	head, texts, _ := strings.Cut(market, "\n")
	if got, want := read(title+head+"\n"+ferry+rest+texts), strings.TrimSpace(title+ferry+rest+market); got != want {
		t.Errorf("read as\n%s\nwant\n%s", got, want)
	}
}

func TestATextBehindATitleThatLostItsOwnIsOne(t *testing.T) {
	head, texts, _ := strings.Cut(market, "\n")
	if got, want := read("# 河口\n"+head+"\n"+texts), strings.TrimSpace("# 河口\n"+market); got != want {
		t.Errorf("read as\n%s\nwant\n%s", got, want)
	}
}

// Articles that stood side by side go on side by side on the next page: what comes first
// there is not of the last.
func TestATextAtAPagesHeadGoesOnWithAnArticleOfThePageBefore(t *testing.T) {
	m := strings.SplitAfter(market, "\n")
	first, last := strings.Join(m[:3], ""), m[3]
	here := "渡口的船工守着水位标尺，水位一涨，渡口就停船，船工每天看三次水位标尺。\n渡口停船的那几天，船工把水位标尺上的数记在本子上，船工守着渡口。\n"
	if got, want := read(title+ferry+rest+first+"=\n"+here+last), strings.TrimSpace(title+ferry+rest+here+market); got != want {
		t.Errorf("read as\n%s\nwant\n%s", got, want)
	}
	if got, want := read(title+rest+first+"=\n"+last+ferry), strings.TrimSpace(title+rest+first+last+ferry); got != want {
		t.Errorf("in the middle of the page: read as\n%s\nwant\n%s", got, want)
	}
}

// What a mark says of a text's beginning is not asked again.
func TestATextThatComesFromAnotherPageStays(t *testing.T) {
	rs, ls := page(market + "（上接第一版）" + ferry + title + rest)
	for _, m := range movesOf(matter.Order(rs, ls, true)) {
		if slices.Contains(m.Rows, others+4) {
			t.Errorf("moved %v", m)
		}
	}
}

func movesOf(_ []int, moves []matter.Move) []matter.Move { return moves }

// Whatever the labels say, every row is read once.
func TestEveryRowIsReadOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		rs, ls := page(market + ferry + title + rest + market)
		for i := range ls {
			rs[i].Page = 1 + i/6
			ls[i] = label.Label{Kind: label.Kind(r.IntN(int(label.Kinds))), Begins: r.IntN(2) == 0}
			if r.IntN(4) == 0 {
				ls[i].Kind = label.Title
			}
		}
		perm, moves := matter.Order(rs, ls, true)
		if len(moves) == 0 {
			continue
		}
		slices.Sort(perm)
		for i, p := range perm {
			if i != p {
				t.Fatalf("the rows read are %v", perm)
			}
		}
	}
}

// Two articles whose rows an extractor gave in turns, each row a text of its own.
func TestRowsOfAWovenPageHaveTheirArticles(t *testing.T) {
	head, texts, _ := strings.Cut(market, "\n")
	one, two := cut(texts), cut(ferry+rest)
	var woven strings.Builder
	woven.WriteString(head + "\n" + title)
	for i := range max(len(one), len(two)) {
		for _, column := range [][]string{one, two} {
			if i < len(column) {
				woven.WriteString(column[i] + "\n")
			}
		}
	}
	rs, ls := page(woven.String())
	all := rows.Numbers(len(rs))
	among, worth := matter.Tell(rs, ls, all).On(all, 0)
	for i, w := range worth {
		a := among[slices.Index(w, slices.Max(w))]
		if s := rs[i].Text; ls[i].Kind == label.Paragraph && (slices.Contains(one, s) && a != 2 || slices.Contains(two, s) && a != 3) {
			t.Errorf("%s is of article %d", s, a)
		}
	}
}

// A title at the head of the second column may be read before one at the foot of the
// first; what stands overleaf goes on with the article that the contents name last.
func TestTheContentsTellWhatGoesOnOverleaf(t *testing.T) {
	const overleaf = "第二天一早，大家又聚在一起，说起从前的事情来。\n"
	const contents = "* 广场上的年货集市 4\n* 渡口船工守水位 6\n=\n"
	head, texts, _ := strings.Cut(market, "\n")
	got := read(contents + title + ferry + head + "\n" + texts + "=\n" + overleaf)
	if !strings.Contains(got, ferry+overleaf) {
		t.Errorf("read as\n%s", got)
	}
}

// Nothing overleaf belongs to an article that closed on the page before, whatever it
// speaks of.
func TestAClosedArticleIsClosed(t *testing.T) {
	const overleaf = "年货集市散了，广场上的摊主收了灯，年货卖得快的摊主说，集市还要再摆三天。\n广场上的集市灯亮，买年货的人来了，摊主把年货摆到街口。\n"
	const closing = "（责任编辑：林舟）\n"
	moved := market + overleaf
	if got := read(market + title + ferry + "=\n" + overleaf + "=\n" + rest); !strings.HasPrefix(got, moved) {
		t.Errorf("without a mark it is read as\n%s", got)
	}
	if got := read(market + closing + title + ferry + "=\n" + overleaf + "=\n" + rest); !strings.Contains(got, closing+title+ferry+overleaf) {
		t.Errorf("behind a mark it is read as\n%s", got)
	}
}

// cut gives the text in lines of sixteen characters.
func cut(s string) (lines []string) {
	for part := range slices.Chunk([]rune(strings.ReplaceAll(s, "\n", "")), 16) {
		lines = append(lines, string(part))
	}
	return lines
}
