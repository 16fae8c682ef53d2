package library_test

import (
	"fmt"
	"strings"
	"testing"

	"kanyin/builder/library"
	"kanyin/issues/say/speak"
)

// A report tells every finding, also of an issue that was not made again.
func TestTheReportTellsWhatWasFound(t *testing.T) {
	d := newDesk(t, 2)
	d.write("渡口/2016/01.txt", "渡口\n\n2016·1\n\n守桥人与马灯\n\n石榴\n\n守桥人说：“今年的水早了十天。对岸的灯一直亮着。\n\n孩子们把它当作节日。\n")
	d.write("bad.txt", "\n")
	for range 2 {
		r := d.run(d.options())
		var some library.Outcome
		for _, o := range r.Issues {
			if o.Source == "渡口/2016/01.txt" {
				some = o
			}
		}
		if len(some.Found) == 0 || len(some.Found) != some.Findings {
			t.Fatalf("%d findings are told of %d", len(some.Found), some.Findings)
		}
		page, err := r.HTML(speak.English)
		if err != nil {
			t.Fatal(err)
		}
		data, err := r.JSON()
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{fmt.Sprintf("<summary>%d</summary><p>渡口/2016/01.txt", some.Findings), "<td>bad.txt</td><td>bad.txt: the text is empty", "1 failed"} {
			if !strings.Contains(string(page), want) && !strings.Contains(strings.ReplaceAll(string(page), d.in+"/", ""), want) {
				t.Errorf("the page lacks %s:\n%s", want, page)
			}
		}
		if !strings.Contains(string(data), `"found": [`) || !strings.Contains(string(data), `"status": "failed"`) {
			t.Errorf("the report for programs lacks something:\n%s", data)
		}
	}
}
