// Package docx reads Word files (ECMA-376, Office Open XML): paragraphs with
// their styles, faces, sizes and automatic numbers, tables, text boxes, notes,
// pictures. Changes that were tracked are taken as accepted.
package docx

import (
	"path"
	"strings"

	"kanyin/issues/manuscript"
	"kanyin/issues/manuscript/tree"
	"kanyin/issues/say"
)

// Read reads a Word file; at most limit bytes are unpacked from it.
func Read(data []byte, limit int64) (*manuscript.Document, error) {
	p, err := tree.Open(data, limit)
	if err != nil {
		return nil, err
	}
	r := reader{pack: p, doc: &manuscript.Document{}, main: "word/document.xml"}
	if err := r.readParts(); err != nil {
		return nil, err
	}
	body := r.part.Child("body")
	if body == nil {
		return nil, say.Errorf("it is a damaged Word file: it has no body")
	}
	r.blocks(body, place{})
	r.flush(manuscript.Paragraph{}, true)
	r.putNotes()
	r.tell()
	return r.doc, r.err
}

// A reader reads one file.
type reader struct {
	pack    *tree.Package
	doc     *manuscript.Document
	main    string // the part that holds the text
	part    *tree.Node
	styles  styles
	lists   lists
	targets map[string]string // of relations of the main part, by id
	notes   map[string]*tree.Node
	noted   []*tree.Node          // the notes that the text refers to, in its order
	open    *manuscript.Paragraph // whose mark was deleted, so that the next goes on with it
	boxes   []*tree.Node          // text boxes of the paragraph that is being read
	seen    tally
	err     error
}

// A tally counts what is told once for the whole manuscript.
type tally struct{ inserted, deleted, hidden, formulas int }

// readParts finds and parses the parts beside the text.
func (r *reader) readParts() error {
	rels, err := r.relations("")
	if err != nil {
		return err
	}
	for _, rel := range rels {
		if strings.HasSuffix(rel.kind, "/officeDocument") && r.pack.Has(rel.target) {
			r.main = rel.target
		}
	}
	if r.part, err = r.pack.Part(r.main); err != nil {
		return err
	}
	if r.part == nil {
		return say.Errorf("it is a damaged Word file: its text is missing")
	}
	if rels, err = r.relations(r.main); err != nil {
		return err
	}
	r.targets = map[string]string{}
	beside := map[string]string{}
	for _, rel := range rels {
		r.targets[rel.id] = rel.target
		beside[path.Base(rel.kind)] = rel.target
	}
	// A part that is damaged costs its styles, numbers or notes; the text is read.
	style, _ := r.pack.Part(beside["styles"])
	r.styles = readStyles(style)
	number, _ := r.pack.Part(beside["numbering"])
	r.lists = readLists(number)
	r.notes = map[string]*tree.Node{}
	for _, kind := range []string{"footnotes", "endnotes"} {
		notes, err := r.pack.Part(beside[kind])
		if err != nil {
			return err
		}
		if notes == nil {
			continue
		}
		for _, n := range notes.Children {
			if n.Name != "" && n.Attr("type") == "" { // the others are rules between text and notes
				r.notes[kind+n.Attr("id")] = n
			}
		}
	}
	comments, err := r.pack.Part(beside["comments"])
	if err != nil || comments == nil {
		return err
	}
	for _, c := range comments.Children {
		if c.Name == "comment" {
			r.notes["comment"+c.Attr("id")] = c
		}
	}
	return nil
}

type relation struct{ id, kind, target string }

// relations gives those of a part, of the whole package for "".
func (r *reader) relations(part string) ([]relation, error) {
	dir, base := path.Split(part)
	n, err := r.pack.Part(dir + "_rels/" + base + ".rels")
	if err != nil || n == nil {
		return nil, err
	}
	var out []relation
	for _, c := range n.Children {
		if c.Name != "Relationship" || c.Attr("TargetMode") == "External" {
			continue
		}
		target := c.Attr("Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(dir, target)
		}
		out = append(out, relation{c.Attr("Id"), c.Attr("Type"), strings.TrimPrefix(target, "/")})
	}
	return out, nil
}
