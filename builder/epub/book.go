package epub

import (
	"fmt"
	"regexp"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
	"kanyin/issues/script"
)

// A book is everything that goes into the container.
type book struct {
	words     words
	meta      metadata
	documents []document // in reading order
	resources []resource // images, fonts and what else is no document
	nav       []*node    // the table of contents
	landmarks []link
	pages     []pageLink
	css       string
	direction script.Direction
	letters   int  // ideographs and words of the text
	vertical  bool // its text runs downwards
	specified bool // fonts are embedded, so Apple Books must be told to use them
}

// A document is an XHTML file of the spine.
type document struct {
	name   string // a01.xhtml
	title  string
	typ    string // epub:type of the body: frontmatter, bodymatter, backmatter
	body   string // what stands inside <body>
	linear bool   // false for what is read only when a link leads there
}

// A resource is a file that is no XHTML; its path is relative to the package.
type resource struct {
	path, mediaType, properties string
	data                        []byte
}

// A node is an entry of the table of contents.
type node struct {
	title, authors string
	href           string // relative to the package
	heading        bool   // a heading inside an article
	kids           []*node
}

type pageLink struct{ label, href string }

const (
	coverName    = "cover.xhtml"
	contentsName = "contents.xhtml"
	colophonName = "colophon.xhtml"
	licenceName  = "fonts.xhtml"
	documentsDir = "xhtml/"
)

// articleID is what an id must be to serve as a file's name and an XML id.
var articleID = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

func (b Builder) plan(iss *issue.Issue) (*book, error) {
	bk := &book{words: wordsOf(iss.Meta), css: styled(iss.Meta.Language)}
	bk.meta = b.metadata(iss, bk.words)
	bk.direction = script.OfBook(bk.meta.Language)
	pages, err := placePages(iss, b.Pages)
	if err != nil {
		return nil, err
	}
	bk.pages = pages.links
	if err := b.planCover(bk, iss); err != nil {
		return nil, err
	}
	bk.add(document{contentsName, bk.words.contents, "frontmatter", contentsPage(iss, pages, bk), true}, "toc")
	plates, err := planPlates(bk, iss)
	if err != nil {
		return nil, err
	}
	headings := map[string][]*node{}
	for i := range iss.Articles {
		a := &iss.Articles[i]
		if !articleID.MatchString(a.ID) || headings[a.ID] != nil {
			return nil, say.Errorf("article %q: the id is no name of its own", a.ID)
		}
		label := labelOf(a, bk.words)
		w := articleWriter{article: a, words: bk.words, label: label, book: bk.direction, breaks: pages.in[a.ID], plates: plates}
		body := w.write()
		bk.letters += countLetters(a)
		bk.documents = append(bk.documents, document{fileOf(a.ID), label, "bodymatter", body, true})
		headings[a.ID] = append([]*node{}, w.headings...)
		if i == 0 {
			bk.landmarks = append(bk.landmarks, link{"bodymatter", bk.words.text, documentsDir + fileOf(a.ID)})
		}
	}
	if glossed(iss) {
		bk.css += glossSheet
	}
	licences := b.planFonts(bk, iss)
	bk.add(document{colophonName, bk.words.colophon, "backmatter", colophonPage(iss, plates, bk, licences != ""), true}, "colophon")
	if licences != "" {
		bk.documents = append(bk.documents, document{licenceName, bk.words.licence, "backmatter", licences, false})
	}
	bk.nav = append(tree(iss, headings, bk.words), &node{title: bk.words.colophon, href: documentsDir + colophonName})
	if b.Vertical {
		bk.setVertical()
	}
	b.mendLinks(bk)
	b.reportIllegal(iss)
	return bk, nil
}

// add takes in a document that readers jump to by its kind.
func (bk *book) add(d document, typ string) {
	bk.documents = append(bk.documents, d)
	bk.landmarks = append(bk.landmarks, link{typ, d.title, documentsDir + d.name})
}

func (b Builder) planCover(bk *book, iss *issue.Issue) error {
	data, mediaType := []byte(nil), "image/png"
	says := strings.TrimSpace(bk.words.cover + " " + iss.Meta.Name())
	if b.Cover != nil {
		own, err := ReadCover(b.Cover)
		if err != nil {
			return err
		}
		data, mediaType = own.Data, own.MediaType
		for _, f := range own.Remarks {
			b.report(f)
		}
	}
	if data == nil {
		if b.Fonts == nil {
			return nil
		}
		var err error
		if data, says, err = drawCover(b.Fonts, iss, bk.words, b.Vertical); err != nil {
			return say.Errorf("cover: %w", err)
		}
		mediaType = "image/png"
	}
	path := "images/cover." + strings.TrimPrefix(mediaType, "image/")
	bk.resources = append(bk.resources, resource{path, mediaType, "cover-image", data})
	body := fmt.Sprintf(`<div class="jacket"><img src="../%s" role="doc-cover" alt="%s"/></div>`, path, escape(says))
	bk.add(document{coverName, bk.words.cover, "frontmatter", body, true}, "cover")
	return nil
}

func fileOf(id string) string { return id + ".xhtml" }

// shownWords is how many characters of its text name an article that has no
// title: enough to know it by, on one line of a phone.
const shownWords = 20

// labelOf is what lists call an article: its title, or how its text begins.
func labelOf(a *issue.Article, w words) string {
	if a.Title != "" {
		return unmarked(a)
	}
	for _, b := range a.Blocks {
		if t := strings.TrimSpace(b.Text); t != "" {
			return clip(t, shownWords, w.ellipsis)
		}
	}
	return w.text
}

// countLetters counts an article as word processors do: every ideograph, and
// every word of other letters.
func countLetters(a *issue.Article) int {
	n := 0
	for _, b := range a.Blocks {
		inside := false
		for _, r := range b.Text {
			word := !isIdeograph(r) && isWord(r)
			if isIdeograph(r) || word && !inside {
				n++
			}
			inside = word
		}
	}
	return n
}

// clip shortens a text to n runes, with an ellipsis where something is cut.
func clip(s string, n int, ellipsis string) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n]) + ellipsis
}

// tree sets articles under their columns and sub-columns. A column that the
// issue returns to later stands twice: the reading order goes first.
func tree(iss *issue.Issue, headings map[string][]*node, w words) []*node {
	var top []*node
	var column, sub *node
	for i := range iss.Articles {
		a := &iss.Articles[i]
		href := documentsDir + fileOf(a.ID)
		entry := &node{title: labelOf(a, w), authors: strings.Join(a.Authors, w.comma), href: href, kids: headings[a.ID]}
		if a.Section == "" {
			column, sub = nil, nil
			top = append(top, entry)
			continue
		}
		if column == nil || column.title != a.Section {
			column, sub = &node{title: a.Section, href: href}, nil
			top = append(top, column)
		}
		switch {
		case a.Subsection == "":
			sub = nil
			column.kids = append(column.kids, entry)
		case sub == nil || sub.title != a.Subsection:
			sub = &node{title: a.Subsection, href: href, kids: []*node{entry}}
			column.kids = append(column.kids, sub)
		default:
			sub.kids = append(sub.kids, entry)
		}
	}
	return top
}

// reportIllegal tells of characters that XML cannot hold.
func (b Builder) reportIllegal(iss *issue.Issue) {
	iss.EachBlock(func(place string, k *issue.Block) {
		if strings.HasPrefix(place, "dropped") {
			return
		}
		for _, r := range k.Text {
			if !legal(r) {
				b.report(issue.Finding{
					Code: "illegal-character", Severity: issue.Warning, Lines: k.Lines, Values: []string{fmt.Sprintf("%U", r)}, Confidence: 1,
					Message: say.Of("XML cannot hold %U; the e-book has U+FFFD in its place", r),
				})
				return
			}
		}
	})
}
