package input

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
)

// A Kind is a kind of file that an issue can come as.
type Kind string

// The kinds. Those of Zip and below are known in order to be refused kindly.
//
//say:words
const (
	Text     Kind = "text"
	PDF      Kind = "PDF"
	HOCR     Kind = "hOCR"
	ALTO     Kind = "ALTO"
	ABBYY    Kind = "ABBYY FineReader XML"
	BBox     Kind = "pdftotext -bbox-layout"
	SText    Kind = "mutool stext"
	DOCX     Kind = "Word"
	ODT      Kind = "OpenDocument"
	HTML     Kind = "HTML"
	Markdown Kind = "Markdown"
	Zip      Kind = "zip"
	EPUB     Kind = "EPUB"
	OldWord  Kind = "old Word"
	RTF      Kind = "RTF"
	XML      Kind = "XML"
	Other    Kind = "other" // told by its head and of no use
)

// kindOf tells what the bytes are. What no head betrays is text.
func kindOf(data []byte) Kind {
	head := data[:min(len(data), 1024)]
	switch {
	case bytes.Contains(head, []byte("%PDF-")) && !bytes.HasPrefix(head, []byte("PK")):
		return PDF
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return packed(data)
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return OldWord
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return RTF
	}
	return Text
}

// textKind tells what a decoded text is: one of the kinds in tags, Markdown, or
// a text after all. The name is asked where nothing in the text decides: marks
// of Markdown are seldom, and a text may have none.
func textKind(name, text string) Kind {
	if kind := markupOf(text); kind != Text {
		return kind
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown":
		return Markdown
	}
	if first := strings.TrimLeft(text, "\ufeff \t\r\n"); heading.MatchString(first) {
		return Markdown
	}
	return Text
}

// heading is how a manuscript in Markdown begins.
var heading = regexp.MustCompile(`^#{1,3} \S`)

// markupOf tells what a text in tags is.
func markupOf(text string) Kind {
	root, head := rootOf(text)
	switch root {
	case "alto":
		return ALTO
	case "document":
		if strings.Contains(head, "finereader") || strings.Contains(head, "abbyy") {
			return ABBYY
		}
		if strings.Contains(head, "<page") {
			return SText
		}
		return XML
	case "html", "body", "head", "article", "div", "p", "h1", "h2", "main", "section":
		switch {
		case strings.Contains(text, "ocr_page"):
			return HOCR
		case strings.Contains(text, "<word xMin="):
			return BBox
		}
		return HTML
	case "doc":
		if strings.Contains(text, "<word xMin=") {
			return BBox
		}
		return XML
	case "xml":
		return XML
	}
	return Text
}

// rootOf gives the name of the first element of a text that begins with tags,
// in small letters and without its prefix, and what stands around it in small
// letters. Where the text begins with a declaration of XML and the element is
// none that is known, whatever its name, xml is given. A text that begins with
// anything else has no root.
func rootOf(text string) (root, head string) {
	rest, declared := strings.TrimLeft(text, "\ufeff \t\r\n"), false
	for {
		var end string
		switch {
		case strings.HasPrefix(rest, "<?"):
			end, declared = "?>", declared || strings.HasPrefix(rest, "<?xml")
		case strings.HasPrefix(rest, "<!--"):
			end = "-->"
		case strings.HasPrefix(rest, "<!"):
			end, declared = ">", true
		}
		if end == "" {
			break
		}
		_, after, ok := strings.Cut(rest, end)
		if !ok {
			return "", ""
		}
		rest = strings.TrimLeft(after, " \t\r\n")
	}
	if !strings.HasPrefix(rest, "<") {
		return "", ""
	}
	name, _, _ := strings.Cut(rest[1:min(len(rest), 80)], ">")
	words := strings.FieldsFunc(name, isSpace)
	if len(words) == 0 {
		return "", "" // a mark of less, and no tag
	}
	name = strings.ToLower(strings.TrimRight(words[0], "/"))
	if _, local, ok := strings.Cut(name, ":"); ok {
		name = local
	}
	head = strings.ToLower(rest[:min(len(rest), 4096)])
	switch name {
	case "alto", "document", "doc", "html", "body", "head", "article", "div", "p", "h1", "h2", "main", "section":
		return name, head
	}
	if declared {
		return "xml", head
	}
	return "", ""
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\r' || r == '\n' }
