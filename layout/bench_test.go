package layout_test

import (
	"fmt"
	"testing"

	"kanyin/issues/issue"
	"kanyin/layout"
)

// BenchmarkCompose composes each issue once and ten times over: how long a
// character takes, and whether more of them take longer each.
func BenchmarkCompose(b *testing.B) {
	lib, err := faces()
	if err != nil {
		b.Fatal(err)
	}
	for _, r := range corpus(b) {
		for _, times := range []int{1, 10} {
			iss := repeated(r.iss, times)
			b.Run(fmt.Sprintf("%s×%d", r.name, times), func(b *testing.B) {
				for b.Loop() {
					layout.Compose(iss, layout.Design{}, lib)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(characters(iss)), "ns/char")
			})
		}
	}
}

// repeated is an issue whose articles stand in it so many times.
func repeated(iss *issue.Issue, times int) *issue.Issue {
	whole := *iss
	whole.Articles, whole.Toc = nil, nil
	for n := range times {
		for _, a := range iss.Articles {
			a.ID = fmt.Sprintf("%s-%d", a.ID, n)
			whole.Articles = append(whole.Articles, a)
		}
		for _, e := range iss.Toc {
			if len(e.Articles) > 0 {
				e.Articles = []string{fmt.Sprintf("%s-%d", e.Articles[0], n)}
			}
			whole.Toc = append(whole.Toc, e)
		}
	}
	return &whole
}

func characters(iss *issue.Issue) int {
	n := 0
	for _, a := range iss.Articles {
		for _, b := range a.Blocks {
			n += len([]rune(b.Text))
		}
	}
	return n
}
