package damage

import (
	"embed"
	"fmt"
	"path"
	"strings"

	"kanyin/issues/issue"
)

//go:embed corpus
var corpus embed.FS

// An Article is clean: what an author wrote, before a magazine set it.
type Article struct {
	Column   string // 栏目
	Sub      string // sub-column, given by the house
	Kicker   string
	Title    []string // its lines
	Subtitle string
	Dateline string
	Authors  []string
	Parts    []Part

	page int // the printed page it begins on
}

// A Part is a block of a clean article.
type Part struct {
	Kinds  []issue.Kind // the first is what it is; a reader may take it for the others too
	Text   string
	Lead   string // the run-in heading before Text
	Credit string // of a Caption: who took it
}

// is says whether the part is of the kind.
func (p Part) is(k issue.Kind) bool { return p.Kinds[0] == k }

// Load reads a set of clean articles: "town" and so on, a file of corpus/.
//
// A line's first characters say what it is: "=" a title, which begins an
// article ("|" parts its lines), "^" kicker, "-" subtitle, "@" authors, "(" dateline, ":" column, "#"
// heading, "!" caption|credit, "%" affiliation, "&" source, "$" note, ";" data, "/" a line of verse,
// "**" lead|paragraph; all else is a paragraph.
func Load(set string) ([]Article, error) {
	b, err := corpus.ReadFile(path.Join("corpus", set+".txt"))
	if err != nil {
		return nil, fmt.Errorf("damage: no corpus %q", set)
	}
	var all []Article
	for n, line := range strings.Split(string(b), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if title, ok := strings.CutPrefix(line, "= "); ok {
			all = append(all, Article{Title: strings.Split(title, "|")})
			continue
		}
		if len(all) == 0 {
			return nil, fmt.Errorf("damage: %s:%d: text before the first title", set, n+1)
		}
		all[len(all)-1].add(line)
	}
	return all, nil
}

// add takes one line of the corpus into the article.
func (a *Article) add(line string) {
	mark, rest, _ := strings.Cut(line, " ")
	plain := func(kinds ...issue.Kind) { a.Parts = append(a.Parts, Part{Kinds: kinds, Text: rest}) }
	switch mark {
	case "^":
		a.Kicker = rest
	case "-":
		a.Subtitle = rest
	case "(":
		a.Dateline = rest
	case ":":
		a.Column = rest
	case "@":
		a.Authors = strings.Split(rest, "、")
	case "#":
		plain(issue.Heading)
	case "%":
		plain(issue.Affiliation)
	case "&":
		plain(issue.SourceNote, issue.Affiliation)
	case "$":
		plain(issue.Note)
	case ";":
		plain(issue.Data, issue.Paragraph)
	case "/":
		plain(issue.Paragraph)
	case "!":
		text, credit, _ := strings.Cut(rest, "|")
		a.Parts = append(a.Parts, Part{Kinds: []issue.Kind{issue.Caption}, Text: text, Credit: strings.TrimSpace(credit)})
	default:
		a.addParagraph(line)
	}
}

// addParagraph takes a paragraph, with its run-in heading if it has one. A lead
// that ends without a mark stands off by a space.
func (a *Article) addParagraph(line string) {
	p := Part{Kinds: []issue.Kind{issue.Paragraph}, Text: line}
	if rest, ok := strings.CutPrefix(line, "**"); ok {
		lead, text, _ := strings.Cut(strings.TrimSpace(rest), "|")
		p.Lead, p.Text = lead, text
		if !strings.ContainsRune("。！？：", lastRune(lead)) {
			p.Lead += " "
		}
	}
	a.Parts = append(a.Parts, p)
}

func lastRune(s string) rune {
	r := []rune(s)
	if len(r) == 0 {
		return 0
	}
	return r[len(r)-1]
}
