package paragraph_test

import (
	"strings"
	"testing"

	"kanyin/fonts"
	"kanyin/layout/paragraph"
)

func TestDbg(t *testing.T) {
	faces, _ := fonts.Open()
	for _, st := range columns() {
		for _, text := range corpus(t) {
			lines := paragraph.NewSetter(faces).Set([]paragraph.Span{{Text: text}}, st)
			for i, l := range lines {
				if l.Short {
					t.Log(st.Measure/st.Size, st.Marks, i, strings.Count(text[:len(string([]rune(text)[:l.From]))], ""), l.Width, l.Gap, string([]rune(text)[l.From:min(len([]rune(text)), l.To+12)]))
				}
			}
		}
	}
}
