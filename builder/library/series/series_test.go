package series_test

import (
	"fmt"
	"strings"
	"testing"

	"kanyin/builder/library/catalog"
	"kanyin/builder/library/series"
)

// an issue of 河口, a monthly whose first number is total number 101.
func number(year, n int) *catalog.Record {
	return &catalog.Record{
		Source: fmt.Sprintf("%d-%02d.txt", year, n), Place: fmt.Sprintf("河口/%d/%02d", year, n), Title: "河口",
		Name: fmt.Sprintf("河口 %d年第%d期", year, n), Label: fmt.Sprintf("%d年第%d期", year, n), Year: year, Number: n,
		Total: (year-2020)*12 + n + 100, ISSN: "1234-5679", Issued: fmt.Sprintf("%d-%02d-01", year, n),
		Articles: []catalog.Article{{Section: "河与镇上", Authors: []string{"石榴"}}},
	}
}

func run() []*catalog.Record {
	var list []*catalog.Record
	for year := 2020; year < 2022; year++ {
		for n := 1; n <= 12; n++ {
			list = append(list, number(year, n))
		}
	}
	return list
}

func TestWhatOnlyShowsAcrossIssues(t *testing.T) {
	for name, c := range map[string]struct {
		change func([]*catalog.Record) []*catalog.Record
		want   []string
	}{
		"a whole run":                         {func(r []*catalog.Record) []*catalog.Record { return r }, nil},
		"a library that begins within a year": {func(r []*catalog.Record) []*catalog.Record { return r[5:] }, nil},
		"two numbers missing": {func(r []*catalog.Record) []*catalog.Record { return append(r[:3:3], r[5:]...) },
			[]string{"2020-06.txt: number-missing: of 2020 there is no number 4 to 5"}},
		"a total number misread": {func(r []*catalog.Record) []*catalog.Record { r[6].Total = 701; return r },
			[]string{"2020-07.txt: total-order: 2020年第7期 is total number 701, and 2020年第6期 before it is 106 (2020-06.txt)",
				"2020-08.txt: total-order: 2020年第8期 is total number 108, and 2020年第7期 before it is 701 (2020-07.txt)"}},
		"a column misspelt": {func(r []*catalog.Record) []*catalog.Record { r[9].Articles[0].Section = "河与填上"; return r },
			[]string{"2020-10.txt: column-spelling: the column 河与填上 stands in 1 issue, 河与镇上 in 23"}},
		"an author set wide": {func(r []*catalog.Record) []*catalog.Record { r[2].Articles[0].Authors = []string{"石 榴"}; return r },
			[]string{"2020-03.txt: author-spelling: the author 石 榴 stands in 1 issue, 石榴 in 23"}},
		"an ISSN misread": {func(r []*catalog.Record) []*catalog.Record { r[4].ISSN = "1234-5670"; return r },
			[]string{"2020-05.txt: issn-differs: ISSN 1234-5670, while 23 issues of 河口 carry 1234-5679"}},
		"a number twice": {func(r []*catalog.Record) []*catalog.Record {
			second := number(2020, 3)
			second.Source, second.Claim, second.Place, second.Variant = "again.txt", "河口/2020/03", "河口/2020/03-again", "again"
			return append(r, second)
		}, []string{"again.txt: number-twice: another issue is 河口 2020年第3期, too; this one stands at 河口/2020/03-again (2020-03.txt)"}},
		"a masthead misspelt": {func(r []*catalog.Record) []*catalog.Record {
			r[11].Title, r[11].Place = "河 口", "河_口/2020/12"
			return r
		}, []string{"2020-12.txt: issn-shared: 河 口 has the ISSN of 河口, 1234-5679 (2021-12.txt)"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, f := range series.Check(catalog.New(c.change(run()))) {
				got = append(got, f.Format().String())
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}
