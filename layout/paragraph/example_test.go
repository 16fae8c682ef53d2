package paragraph_test

import (
	"fmt"

	"kanyin/layout/internal/fakefont"
	"kanyin/layout/paragraph"
)

// A measure of eight characters holds six and three marks, whose blank halves
// give way.
func ExampleSetter() {
	s := paragraph.NewSetter(fakefont.Metrics{})
	text := []paragraph.Span{{Text: "老人说“船到了。”谁也没有上船。"}}
	for _, line := range s.Set(text, paragraph.Style{Face: "song", Size: 10_000, Measure: 80_000}) {
		for _, run := range line.Runs {
			fmt.Print(string(run.Runes))
		}
		fmt.Println()
	}
	// Output:
	// 老人说“船到了。”
	// 谁也没有上船。
}
