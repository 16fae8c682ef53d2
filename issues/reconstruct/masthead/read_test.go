package masthead_test

import (
	"strings"
	"testing"

	"kanyin/issues/reconstruct/masthead"
)

// lines makes lines of a text, each page's behind a "=".
func lines(s string) []masthead.Line {
	var out []masthead.Line
	page := 1
	for n, l := range strings.Split(s, "\n") {
		if l == "=" {
			page++
		} else if l != "" {
			out = append(out, masthead.Line{Text: l, Number: n + 1, Page: page})
		}
	}
	return out
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name, cover, colophon, running string
		texts                          []string
		title                          string
		year, number, total            int
		issn, price                    string
	}{
		{name: "cover and colophon", cover: "2025年第3期\n总第188期\n河口\n灯塔的老人", texts: []string{"灯塔的老人"},
			colophon: "主办　河口杂志社\n定价：12.00元\n国际标准连续出版物号 ISSN 9999-9994\n主编　周岸", title: "河口", year: 2025, number: 3, total: 188, issn: "9999-9994", price: "12.00元"},
		{name: "running heads alone", running: "河口晚报　2025年3月7日　要闻　第1版\n=\n河口晚报　2025年3月7日　副刊　第2版", title: "河口晚报", year: 2025, number: 3},
		{name: "a title that wraps on its cover", cover: "科技观\n察", running: "科技观察 2025.03 1\n=\n科技观察 2025.03 2", title: "科技观察", year: 2025, number: 3},
		{name: "quoted by its house", colophon: "出版 《河口》杂志社\n主编 周岸", title: "河口"},
		{name: "nothing said", running: "1\n=\n2"},
	} {
		m := masthead.Read(lines(c.cover), lines(c.colophon), lines(c.running), c.texts)
		if m.Title != c.title || m.Year != c.year || m.Number != c.number || m.Total != c.total || m.ISSN != c.issn || m.Price != c.price {
			t.Errorf("%s: got %+v", c.name, m)
		}
	}
	m := masthead.Read(nil, lines("主编　周岸、林小河"), nil, nil)
	if len(m.Staff) != 1 || m.Staff[0].Duty != "主编" || strings.Join(m.Staff[0].Names, " ") != "周岸 林小河" {
		t.Errorf("staff %+v", m.Staff)
	}
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{"渡口的老人说，这个国家": "zh-Hans", "渡口的老人說，這個國家": "zh-Hant", "The ferry leaves at nine.": "en", "": "zh-Hans", "橋の上には魚を売る人がいる。": "ja", "日本人写“の”字，中国人写“的”字。": "zh-Hans"} {
		var c masthead.Letters
		c.Count(text)
		if got := c.Language(); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}
