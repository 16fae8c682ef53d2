package paragraph_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"kanyin/layout/internal/fakefont"
	"kanyin/layout/paragraph"
)

// BenchmarkMade sets 70,000 characters of made-up text, and ten times that.
func BenchmarkMade(b *testing.B) {
	text := strings.Repeat("镇上的渡口修好了，第3天就有人过河：“水浅得很！”老人说，他在《河边》一书里写过这件事——那是1987年。", 4)
	for name, n := range map[string]int{"70k": 70_000, "700k": 700_000} {
		b.Run(name, func(b *testing.B) { benchmark(b, repeated(text, n)) })
	}
}

// BenchmarkCorpus sets all paragraphs of the issues in KANYIN_CORPUS.
func BenchmarkCorpus(b *testing.B) { benchmark(b, corpus(b)) }

func repeated(text string, n int) (texts []string) {
	for ; n > 0; n -= utf8.RuneCountInString(text) {
		texts = append(texts, text)
	}
	return texts
}

func benchmark(b *testing.B, texts []string) {
	b.Helper()
	n := 0
	for _, text := range texts {
		n += utf8.RuneCountInString(text)
	}
	st := paragraph.Style{Face: "song", Size: 9500, Measure: 22 * 9500, Indent: 2 * 9500}
	s := paragraph.NewSetter(fakefont.Metrics{})
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		for _, text := range texts {
			s.Set([]paragraph.Span{{Text: text}}, st)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/char")
}
