package correct_test

import (
	"strings"
	"testing"

	"kanyin/issues/correct"
	"kanyin/issues/issue"
	"kanyin/issues/source"
)

// What is said of one reading of a text finds its place in another by what it says.
func TestPlacesInsideOtherRows(t *testing.T) {
	for _, c := range []struct {
		what, text, line string
		cut, old         string
		want             string // the row that is mended or cut, as it is then; "" where nothing fits
	}{
		{"the word of the place, not the first of the row", "船到岸的时候，桥上的灯亮了，船到了中流，人都站起来。", "船到了中流，人都站起来。", "", "到", "船到岸的时候，桥上的灯亮了，船改了中流，人都站起来。"},
		{"a mark that the place begins with", "他说「不」。「从前的渡口在上游」", "「从前的渡口在上游」", "", "「", "他说「不」。改从前的渡口在上游」"},
		{"the first of a row and of the next", "河上的灯火照着归\n人，河上的灯火又一次", "河上的灯火照着归人，河上", "", "归人", "河上的灯火照着改"},
		{"another number in the contents is no word of the next row", "渡口的早晨 林小河 8\n桥头的灯火 麦青 10", "10 渡口的早晨 林小河", "", "0", ""},
		{"the number of the next row is not that of a long one", "渡口的早晨和桥头的灯火以及那些摆渡的人们和船 林小河 8\n桥头的灯火 麦青 10", "渡口的早晨和桥头的灯火以及那些摆渡的人们和船", "", "1", ""},
		{"a row of the contents with its number behind", "桥头的灯火 麦青 9\n渡口的早晨 林小河 8", "10 渡口的早晨 林小河", "", "早", "渡口的改晨 林小河 8"},
		{"behind a remark that is not printed", "天黑了，岸上有人把灯笼提回来。", "（上接第40页）岸上有人把灯笼提回来。", "", "灯笼", "天黑了，岸上有人把改提回来。"},
		{"the remark itself", "天黑了（真的），岸上有人把灯笼提回来（空的）。", "（上接第40页）岸上有人把灯笼提回来（空", "", "上接", ""},
		{"a cut where rows part", "任务很重的时候，\n渡口的人都没有走散", "任务很重的时候,渡口", ",渡口的人", "", "任务很重的时候，"},
		{"a cut before a mark of another width, in two rows", "任务很重的时候，渡\n口的人都没有走散", "任务很重的时候,渡口", ",渡口的人", "", "任务很重的时候"},
	} {
		f, err := source.Read("issue.txt", strings.NewReader(c.text))
		if err != nil {
			t.Fatal(err)
		}
		said := correct.Correction{Line: correct.Place{Number: 1, Text: c.line}, Cut: c.cut}
		if c.old != "" {
			said.Old, said.New = ref(c.old), ref("改")
		}
		fit, _ := correct.Fit([]correct.Correction{said}, f)
		_, fits := fit.Line(0)
		if fits != (c.want != "") {
			t.Errorf("%s: fits is %t", c.what, fits)
			continue
		}
		if got := fit.Mended().Lines; fits && strings.TrimSpace(got[0]) != c.want && strings.TrimSpace(got[1]) != c.want {
			t.Errorf("%s: got %q", c.what, got)
		}
	}
}

// A line that ends another line now is cut off and is what the editor says; where that
// goes on behind it nothing is taken that may be another's.
func TestALineThatEndsAnother(t *testing.T) {
	const text = "渡口\n\n船到岸的时候，桥上的灯都亮了。摄影的人站在船头上\n\n第二天早上，水退了下去，人们都到河滩上来。\n"
	for line, want := range map[string]issue.Kind{"摄影的人站在船头上": issue.Caption, "桥上的灯都亮了。": issue.Paragraph} {
		iss := read(t, text, []correct.Correction{{Line: correct.Place{Number: 9, Text: line}, Kind: "caption"}})
		got := issue.Kind("")
		iss.EachBlock(func(_ string, b *issue.Block) {
			if strings.Contains(b.Text, line) {
				got = b.Kind
			}
		})
		lost := 0
		for _, f := range iss.Findings {
			if f.Code == "correction-lost" {
				lost++
			}
		}
		if got != want || (lost > 0) != (want != issue.Caption) {
			t.Errorf("%s is %s, %d lost", line, got, lost)
		}
	}
}

// Several words of one line are mended, each where it stands.
func TestWordsOfOneLine(t *testing.T) {
	f, err := source.Read("issue.txt", strings.NewReader("船到岸了，桥上的灯亮了，船到了中流。"))
	if err != nil {
		t.Fatal(err)
	}
	at := func(line, old, new string) correct.Correction {
		return correct.Correction{Line: correct.Place{Text: line}, Old: &old, New: &new}
	}
	fit, found := correct.Fit([]correct.Correction{at("船到岸了", "船", "渡船"), at("桥上的灯亮了", "了", "起来"), at("船到了中流。桥", "船", "舟"), at("船到岸了", "岸", "对岸")}, f)
	if got := fit.Mended().Lines[0]; got != "渡船到对岸了，桥上的灯亮起来，船到了中流。" || len(found) != 1 {
		t.Errorf("got %q, %d findings", got, len(found))
	}
}

// A place is never cut off at a space: it would read as a whole short line.
func TestPlacesEndWithLetters(t *testing.T) {
	if got := correct.PlaceOf([]string{"　" + strings.Repeat("船", 23) + " 林小河"}, 1).Text; got != strings.Repeat("船", 23)+" 林" {
		t.Errorf("got %q", got)
	}
}
