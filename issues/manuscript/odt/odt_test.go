package odt_test

import (
	"strings"
	"testing"

	"kanyin/issues/manuscript"
	"kanyin/issues/manuscript/internal/golden"
	"kanyin/issues/manuscript/odt"
)

const opening = `<office:document-content xmlns:office="office" xmlns:text="text" xmlns:style="style" xmlns:fo="fo" xmlns:draw="draw" xmlns:table="table" xmlns:xlink="xlink" xmlns:svg="svg">`

func TestGolden(t *testing.T) {
	golden.Run(t, func(files map[string][]byte) (*manuscript.Document, error) {
		for name, data := range files {
			files[name] = []byte(strings.Replace(string(data), "<office:document-content>", opening, 1))
		}
		return odt.Read(golden.Pack(files), 1<<20)
	})
}

func TestHostile(t *testing.T) {
	for body, want := range map[string]string{
		"<x/>": "no body", "<x>": "damaged", strings.Repeat("<x>", 600): "deep", "<x>" + strings.Repeat(" ", 1<<20): "--max-size",
	} {
		if _, err := odt.Read(golden.Pack(map[string][]byte{"content.xml": []byte(body)}), 1<<20); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20s: got %v, want %s", body, err, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`<text:h text:outline-level="1">桥</text:h><text:p>水<text:s text:c="3"/><text:span>流</text:span><text:line-break/>过<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note></text:p>`)
	f.Add(`<text:list text:style-name="L"><text:list-item><text:p>鱼</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table>`)
	f.Fuzz(func(t *testing.T, body string) {
		text := opening + "<office:body><office:text>" + body + "</office:text></office:body></office:document-content>"
		d, err := odt.Read(golden.Pack(map[string][]byte{"content.xml": []byte(text)}), 1<<20)
		if err != nil {
			return
		}
		file := d.File("x.odt", "utf-8", nil)
		for i, l := range file.Lines {
			if strings.ContainsAny(l, "\n\r\f") || strings.TrimSpace(l) == "" || file.Facts[i].Role == "" {
				t.Errorf("line %q, role %q", l, file.Facts[i].Role)
			}
		}
	})
}
