package proof

import (
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"unicode"

	"kanyin/issues/check"
	"kanyin/issues/issue"
	"kanyin/issues/say/speak"
)

//go:embed proof.html proof.css
var files embed.FS

var page = template.Must(template.ParseFS(files, "proof.html"))

// A Builder makes the proof. It is a builder.Builder.
type Builder struct {
	Findings []issue.Finding // of the pages and the e-book, beside the issue's own
}

// Name is the edition's.
func (b Builder) Name() string { return "proof" }

// Build writes the file. The same issue gives the same bytes.
func (b Builder) Build(w io.Writer, iss *issue.Issue) error {
	css, err := files.ReadFile("proof.css")
	if err != nil {
		return err
	}
	return page.Execute(w, b.sheet(iss, string(css)))
}

// A sheet is all that the page tells.
type sheet struct {
	Lang, Name, File string
	Style            template.CSS
	Words            words
	Figures          []figure
	Findings         []finding
	Corrections      []correction
	Articles         []article
	Zones            []article // front, and what was left out
}

type figure struct{ Name, Value string }

type finding struct {
	Code, Title, Message, Page string // Title in Chinese, where the issue is
	Lines                      []int
}

type correction struct {
	Says, Editor, Note string
	Line               int
}

type article struct {
	ID, Title, Where, Authors string
	Blocks                    []block
}

// A block stands beside the lines that it was read from.
type block struct {
	Kind, Text, Why string
	Picture         template.URL // the bytes themselves
	Lines           []line
}

type line struct {
	Number  int
	Text    string
	Doubted bool
	Again   bool // it stood above already: an editor cut it
	Said    bool // an editor said something of it
}

func (b Builder) sheet(iss *issue.Issue, css string) sheet {
	s := sheet{
		Lang: lang(iss), Name: iss.Meta.Name(), File: iss.Source.File, Style: template.CSS(css), Words: english,
	}
	if iss.Meta.Script() != issue.Latin {
		s.Words = chinese
	}
	if s.Name == "" {
		s.Name = iss.Source.File
	}
	voice := speak.English
	if s.Words == chinese {
		voice = speak.Chinese
	}
	marks := newMarks(iss, voice)
	all := slices.Concat(iss.Findings, b.Findings)
	issue.SortFindings(all)
	for _, f := range all {
		title := ""
		if s.Words == chinese {
			title = voice.Text(check.Title(f.Code))
		}
		s.Findings = append(s.Findings, finding{f.Code, title, voice.Text(f.Message), f.Page, f.Lines})
	}
	for _, c := range iss.Corrections {
		s.Corrections = append(s.Corrections, correction{c.Says, c.Editor, c.Note, c.Lines[0]})
	}
	for _, a := range iss.Articles {
		where := strings.Trim(a.Section+" › "+a.Subsection, " ›")
		if a.Page > 0 {
			where += fmt.Sprintf(" · %d", a.Page)
		}
		s.Articles = append(s.Articles, article{a.ID, a.Title, where, strings.Join(a.Authors, "、"), marks.blocks(a.Blocks)})
	}
	s.Zones = []article{{Title: s.Words.Front, Blocks: marks.blocks(iss.Front)}, {Title: s.Words.Dropped, Blocks: marks.blocks(iss.Dropped)}}
	s.Figures = figures(iss, s.Words, len(s.Findings))
	return s
}

func lang(iss *issue.Issue) string {
	if iss.Meta.Language == "" {
		return "zh-Hans"
	}
	return iss.Meta.Language
}

func figures(iss *issue.Issue, w words, findings int) []figure {
	characters, lines := 0, 0
	for _, a := range iss.Articles {
		for _, b := range a.Blocks {
			for _, r := range b.Text {
				if unicode.Is(unicode.Han, r) {
					characters++
				}
			}
		}
	}
	for _, l := range iss.Source.Lines {
		if strings.TrimSpace(l) != "" {
			lines++
		}
	}
	n := func(name string, v int) figure { return figure{name, fmt.Sprint(v)} }
	return []figure{
		n(w.Articles, len(iss.Articles)), n(w.Characters, characters), n(w.Lines, lines), n(w.Dropped, len(iss.Dropped)),
		n(w.Findings, findings), n(w.Corrections, len(iss.Corrections)), {"SHA-256", iss.Source.SHA256},
	}
}

// marks tells of lines what was found and said of them.
type marks struct {
	iss           *issue.Issue
	voice         speak.Voice
	doubted, said map[int]bool
	seen          map[int]bool // lines that stand on the sheet already
}

func newMarks(iss *issue.Issue, v speak.Voice) marks {
	m := marks{iss, v, map[int]bool{}, map[int]bool{}, map[int]bool{}}
	for _, f := range iss.Findings {
		for _, n := range f.Lines {
			m.doubted[n] = true
		}
	}
	for _, c := range iss.Corrections {
		for _, n := range c.Lines {
			m.said[n] = true
		}
	}
	return m
}

func (m marks) blocks(list []issue.Block) []block {
	var out []block
	for _, b := range list {
		k := block{Kind: m.voice.Text(b.Called()), Text: b.Text, Why: m.voice.Text(b.Why)}
		if p, ok := m.iss.Picture(b.Picture); ok && len(b.Lines) == 0 {
			k.Picture = template.URL("data:" + p.MIME + ";base64," + base64.StdEncoding.EncodeToString(p.Bytes))
		}
		for _, n := range b.Lines {
			k.Lines = append(k.Lines, line{n, strings.TrimSpace(m.iss.Source.Line(n)), m.doubted[n], m.seen[n], m.said[n]})
			m.seen[n] = true
		}
		out = append(out, k)
	}
	return out
}
