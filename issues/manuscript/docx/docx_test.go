package docx_test

import (
	"strings"
	"testing"

	"kanyin/issues/manuscript"
	"kanyin/issues/manuscript/docx"
	"kanyin/issues/manuscript/internal/golden"
)

func TestGolden(t *testing.T) {
	golden.Run(t, func(files map[string][]byte) (*manuscript.Document, error) {
		for name, data := range files {
			files[name] = []byte(strings.Replace(string(data), "<w:document>", document, 1))
		}
		return docx.Read(golden.Pack(files), 1<<20)
	})
}

const document = `<w:document xmlns:w="w" xmlns:r="r" xmlns:wp="wp" xmlns:a="a" xmlns:pic="pic" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v" xmlns:m="m">`

func parts(body string) map[string][]byte {
	return map[string][]byte{"word/document.xml": []byte(document + "<w:body>" + body + "</w:body></w:document>")}
}

func TestHostile(t *testing.T) {
	bomb := `<!DOCTYPE x [<!ENTITY a "水水水水水水水水水水"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>`
	for what, c := range map[string]struct {
		files map[string][]byte
		want  string
	}{
		"no text":   {map[string][]byte{"word/styles.xml": nil}, "its text is missing"},
		"no body":   {map[string][]byte{"word/document.xml": []byte("<x/>")}, "no body"},
		"torn":      {map[string][]byte{"word/document.xml": []byte("<x><y>")}, "word/document.xml: line 1: it is damaged"},
		"deep":      {parts(strings.Repeat("<w:sdt><w:sdtContent>", 2000)), "more than 500 deep"},
		"large":     {parts("<w:p><w:r><w:t>" + strings.Repeat("水", 1<<19) + "</w:t></w:r></w:p>"), "--max-size"},
		"entities":  {map[string][]byte{"word/document.xml": []byte(bomb + "<x>&b;</x>")}, "it is damaged"},
		"not a zip": {nil, "damaged"},
	} {
		data := golden.Pack(c.files)
		if c.files == nil {
			data = []byte("PK\x03\x04 no zip")
		}
		if _, err := docx.Read(data, 1<<20); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", what, err, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>桥</w:t><w:br/><w:t>上</w:t></w:r></w:p>`,
		`<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`)
	f.Add(`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc/></w:tr></w:tbl><w:p><w:r><w:drawing><w:txbxContent><w:p/></w:txbxContent></w:drawing></w:r></w:p>`, ``)
	const rels = `<Relationships><Relationship Id="1" Type="x/numbering" Target="numbering.xml"/><Relationship Id="2" Type="x/styles" Target="numbering.xml"/></Relationships>`
	f.Fuzz(func(t *testing.T, body, numbering string) {
		files := parts(body)
		files["word/numbering.xml"] = []byte(numbering)
		files["word/_rels/document.xml.rels"] = []byte(rels)
		d, err := docx.Read(golden.Pack(files), 1<<20)
		if err != nil {
			return
		}
		file := d.File("m.docx", "utf-8", nil)
		if len(file.Facts) != len(file.Lines) {
			t.Fatalf("%d facts for %d lines", len(file.Facts), len(file.Lines))
		}
		for i, l := range file.Lines {
			if strings.ContainsAny(l, "\n\r\f") || strings.TrimSpace(l) == "" || file.Facts[i].Role == "" {
				t.Errorf("line %q, role %q", l, file.Facts[i].Role)
			}
		}
	})
}
