package linebreak_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"kanyin/layout/linebreak"
)

// words makes items of a text: a letter is a box of one, a space is glue of one
// that may grow by one or shrink by a half; in tenths. A | is a place to break
// for nothing, a - one where a hyphen is printed.
func words(text string) (items []linebreak.Item) {
	for _, r := range text {
		switch r {
		case ' ':
			items = append(items, linebreak.Item{Kind: linebreak.Glue, Width: 10, Stretch: 10, Shrink: 5})
		case '|':
			items = append(items, linebreak.Item{Kind: linebreak.Penalty})
		case '-':
			items = append(items, linebreak.Item{Kind: linebreak.Penalty, Width: 10, Penalty: 50, Flagged: true})
		default:
			items = append(items, linebreak.Item{Width: 10})
		}
	}
	return append(items,
		linebreak.Item{Kind: linebreak.Penalty, Penalty: linebreak.Never},
		linebreak.Item{Kind: linebreak.Glue, Stretch: linebreak.Fill},
		linebreak.Item{Kind: linebreak.Penalty, Penalty: linebreak.Forced})
}

// lines cuts the text at the breaks.
func lines(text string, breaks []linebreak.Break) (out []string) {
	runes := []rune(text)
	from := 0
	for _, b := range breaks {
		out = append(out, strings.Trim(string(runes[from:min(b.Item, len(runes))]), " |"))
		from = min(b.Item, len(runes))
	}
	return out
}

func TestBreak(t *testing.T) {
	for _, c := range []struct {
		name, text string
		l          int64
		want       []string
		good       bool
	}{
		{"one line", "aa bb", 90, []string{"aa bb"}, true},
		// The first line could take the c too, but then the second would have no glue at all.
		{"the whole paragraph is looked at", "aaaa bb c dddddddd ee", 100, []string{"aaaa bb", "c dddddddd", "ee"}, true},
		{"shrinks before it breaks", "aaa bbb ccc", 105, []string{"aaa bbb ccc"}, true},
		{"a hyphen has width", "aaaa-bbbbb cc", 50, []string{"aaaa", "-bbbbb", "cc"}, true},
		{"too loose is still set", "aaaaaa bb cccccccc", 80, []string{"aaaaaa", "bb", "cccccccc"}, false},
		{"a measure wider than 32 bits say", "aa bb", 1 << 40, []string{"aa bb"}, false},
		{"a word wider than the measure", "aaaaaaaaaa bb", 80, []string{"aaaaaaaaaa", "bb"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := linebreak.Breaker{L: c.l, Rho: 3000, Emergency: 10}
			breaks, good := b.Break(words(c.text))
			if got := lines(c.text, breaks); !reflect.DeepEqual(got, c.want) || good != c.good {
				t.Errorf("got %q, good %v; want %q, %v", got, good, c.want, c.good)
			}
		})
	}
}

// The first lines stand beside a picture: the breaks are chosen for the lines as
// long as each is. The same text in lines of one length breaks elsewhere.
func TestNarrowFirst(t *testing.T) {
	text := "aaa bb cc dddd ee ff gggg hh iii jj"
	b := linebreak.Breaker{L: 160, Rho: 2000, Emergency: 10, First: linebreak.Narrow{Lines: 2, By: 80}}
	breaks, good := b.Break(words(text))
	want := []string{"aaa bb cc", "dddd ee", "ff gggg hh iii jj"}
	if got := lines(text, breaks); !reflect.DeepEqual(got, want) || !good {
		t.Errorf("got %q, good %v; want %q", got, good, want)
	}
}

// TestNarrowIsBest holds the breaks of narrow first lines against all ways that
// there are: none costs less.
func TestNarrowIsBest(t *testing.T) {
	for seed := range 300 {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		var text strings.Builder
		for range 12 {
			text.WriteString(strings.Repeat("a", 1+r.IntN(4)) + " ")
		}
		items := words(strings.TrimSpace(text.String()))
		first := linebreak.Narrow{Lines: r.IntN(4), By: 40}
		b := linebreak.Breaker{L: 100, Rho: 100_000, First: first}
		breaks, good := b.Break(items)
		if !good {
			continue
		}
		if got, least := cost(items, breaks, 100, first), cheapest(items, 100, first); got > least {
			t.Fatalf("%q with %+v: %v costs %d, and %d would do", text.String(), first, breaks, got, least)
		}
	}
}

// cost is what the lines of a paragraph cost.
func cost(items []linebreak.Item, breaks []linebreak.Break, l int64, first linebreak.Narrow) (sum int64) {
	from, class := 0, 1
	for k, br := range breaks {
		var c int64
		c, class = lineCost(items, from, br.Item, k, class, l, first)
		sum += c
		from = br.Item + 1
	}
	return sum
}

// full is what a line costs that is too full: more than any way does.
const full = 1 << 50

// lineCost is (10 + 100 r³)² of a line, and 2000 where it is tight after a loose
// one or loose after a tight one; it gives the line's class too.
func lineCost(items []linebreak.Item, from, to, line, before int, l int64, first linebreak.Narrow) (cost int64, class int) {
	var w, y, z int64
	for _, it := range items[from:to] {
		w, y, z = w+int64(it.Width), y+int64(it.Stretch), z+int64(it.Shrink)
	}
	if line < first.Lines {
		l -= first.By
	}
	r, short := int64(20_000), l-w
	switch {
	case short == 0:
		r = 0
	case short > 0 && y > 0:
		r = min(1000*short/y, r)
	case short < 0 && -short > z:
		return full, 0
	case short < 0:
		r = 1000 * short / z
	}
	for _, edge := range []int64{-500, 501, 1001} {
		if r >= edge {
			class++
		}
	}
	r = max(r, -r)
	bad := min(r*r*r/10_000_000, 1_000_000)
	cost = (10 + bad) * (10 + bad)
	if class-before > 1 || before-class > 1 {
		cost += 2000
	}
	return cost, class
}

// cheapest tries every way.
func cheapest(items []linebreak.Item, l int64, first linebreak.Narrow) int64 {
	var try func(from, line, class int) int64
	try = func(from, line, class int) int64 {
		best := int64(1) << 60
		for to := from; to < len(items); to++ {
			last := to == len(items)-1
			if !last && (items[to].Kind != linebreak.Glue || items[to].Stretch == linebreak.Fill) {
				continue
			}
			c, next := lineCost(items, from, to, line, class, l, first)
			if c >= full {
				break
			}
			if !last {
				c += try(to+1, line+1, next)
			}
			best = min(best, c)
		}
		return best
	}
	return try(0, 0, 1)
}

func TestOverSaysHowMuch(t *testing.T) {
	b := linebreak.Breaker{L: 80}
	breaks, _ := b.Break(words("aaaaaaaaaa bb"))
	if breaks[0].Over != 20 || breaks[1].Over != 0 {
		t.Errorf("over %d and %d, want 20 and 0", breaks[0].Over, breaks[1].Over)
	}
}

// A last resort is not taken while a loose line within ρ will do.
func TestLastResort(t *testing.T) {
	items := words("aaa b|b cc")
	items[5].Penalty = linebreak.Last
	b := linebreak.Breaker{L: 60, Rho: 3000}
	if breaks, good := b.Break(items); !good || breaks[0].Item == 5 {
		t.Errorf("the last resort was taken: %v, good %v", breaks, good)
	}
	items = words("aaaaaa|aaa")
	items[6].Penalty = linebreak.Last
	if breaks, good := b.Break(items); good || breaks[0].Item != 6 {
		t.Errorf("the last resort was not taken: %v, good %v", breaks, good)
	}
}

func TestEven(t *testing.T) {
	for _, c := range []struct {
		text string
		l    int64
		want []string
	}{
		{"a|a|a|a|a|a|a|a|a", 80, []string{"a|a|a|a|a", "a|a|a|a"}},
		{"aaaa bbb ccccc dd", 120, []string{"aaaa bbb", "ccccc dd"}},
		{"aaaa", 80, []string{"aaaa"}},
		{"aaaaaaaaaaaa", 80, []string{"aaaaaaaaaaaa"}},
	} {
		b := linebreak.Breaker{L: c.l, Rho: 1000}
		if got := lines(c.text, b.Even(words(c.text))); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestLong sets what is pathological: rows of two hundred thousand boxes, glue
// and penalties. It holds that all come to an end, with every break in order.
func TestLong(t *testing.T) {
	const n = 100_000
	for _, unit := range []string{"a", "a ", " ", "a|", "a-", "|", "aaaaaaaaaaaaaaaaaaaaaaaa "} {
		text := strings.Repeat(unit, n/len(unit))
		for _, rho := range []int{0, 2000} {
			b := linebreak.Breaker{L: 200, Rho: rho, Emergency: 10}
			breaks, _ := b.Break(words(text))
			inOrder(t, breaks, len(words(text)))
			inOrder(t, b.Even(words(text)), len(words(text)))
		}
	}
}

func inOrder(t *testing.T, breaks []linebreak.Break, items int) {
	t.Helper()
	at := -1
	for _, b := range breaks {
		if b.Item <= at {
			t.Fatalf("a break at %d after one at %d", b.Item, at)
		}
		at = b.Item
	}
	if at != items-1 {
		t.Fatalf("the last break is at %d of %d items", at, items)
	}
}

// FuzzBreak: whatever the items, the answer is a row of legal breaks that ends
// at the end, and the same one twice.
func FuzzBreak(f *testing.F) {
	f.Add([]byte("\x00\x0a\x01\x0a\x00\x14\x02\x00"), 40, 2000, 0)
	f.Add([]byte("\x00\xff\x02\x63\x00\x01\x01\x01\x01\x01"), 1, 0, 3)
	f.Fuzz(func(t *testing.T, data []byte, l, rho, narrow int) {
		if l < -1000 || l > 1_000_000 || rho < 0 || rho > 100_000 || narrow < 0 || narrow > 100 {
			t.Skip("SKIP: no measure or taste that anybody has")
		}
		items := decode(data)
		b := linebreak.Breaker{L: int64(l), Rho: rho, Emergency: 10, First: linebreak.Narrow{Lines: narrow, By: int64(l / 2)}}
		for name, run := range map[string]func() []linebreak.Break{
			"break": func() []linebreak.Break { breaks, _ := b.Break(items); return breaks },
			"even":  func() []linebreak.Break { return b.Even(items) },
		} {
			breaks := run()
			inOrder(t, breaks, len(items))
			for _, br := range breaks {
				if it := items[br.Item]; it.Kind == linebreak.Box || it.Kind == linebreak.Penalty && it.Penalty >= linebreak.Never {
					t.Fatalf("%s: a break at item %d, %+v", name, br.Item, it)
				}
			}
			if again := run(); fmt.Sprint(again) != fmt.Sprint(breaks) {
				t.Fatalf("%s: %v, then %v", name, breaks, again)
			}
		}
	})
}

// decode reads items from pairs of bytes: kind and width.
func decode(data []byte) (items []linebreak.Item) {
	for ; len(data) >= 2; data = data[2:] {
		it := linebreak.Item{Kind: linebreak.Kind(data[0] % 3), Width: int32(data[1])}
		switch it.Kind {
		case linebreak.Glue:
			it.Stretch, it.Shrink = int32(data[0]), int32(data[1]/2)
		case linebreak.Penalty:
			it.Width, it.Penalty, it.Flagged = int32(data[0]/64), int32(data[1])*50, data[0] > 128
		}
		items = append(items, it)
	}
	return append(items, words("a")...)
}
