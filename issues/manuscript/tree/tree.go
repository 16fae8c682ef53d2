// Package tree holds a part of an office document, which is XML in a zip, as a
// tree that a reader can walk.
package tree

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"

	"kanyin/issues/say"
)

// A Node is an element, or text where Name is empty.
type Node struct {
	Name     string // without its prefix
	Space    string // the prefix as it stands, or the name space
	Attrs    []xml.Attr
	Children []*Node
	Text     string
}

// Attr gives an attribute by its name without prefix, "" where there is none.
func (n *Node) Attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Child gives the first child of that name, nil where there is none. A chain of
// names goes down.
func (n *Node) Child(names ...string) *Node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		var found *Node
		for _, c := range n.Children {
			if c.Name == name {
				found = c
				break
			}
		}
		n = found
	}
	return n
}

// Find gives the first element of that name at or below n.
func (n *Node) Find(name string) *Node {
	if n == nil || n.Name == name {
		return n
	}
	for _, c := range n.Children {
		if f := c.Find(name); f != nil {
			return f
		}
	}
	return nil
}

// String gives all text at and below n.
func (n *Node) String() string {
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *Node) write(b *strings.Builder) {
	if n == nil {
		return
	}
	b.WriteString(n.Text)
	for _, c := range n.Children {
		c.write(b)
	}
}

// maxDepth is how deep elements may stand inside each other: a table in a text
// box in a table needs sixty. Deeper ones are made to exhaust the stack.
const maxDepth = 500

// Parse reads a part. Entities of a DTD are refused, never expanded.
func Parse(data []byte) (*Node, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	root := &Node{}
	stack := []*Node{root}
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		top := stack[len(stack)-1]
		if err != nil {
			line, _ := d.InputPos()
			return nil, say.Errorf("line %d: it is damaged (%w)", line, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if len(stack) > maxDepth {
				return nil, say.Errorf("elements stand more than %d deep inside each other", maxDepth)
			}
			n := &Node{Name: t.Name.Local, Space: t.Name.Space, Attrs: append([]xml.Attr(nil), t.Attr...)}
			top.Children = append(top.Children, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.Children = append(top.Children, &Node{Text: string(t)})
		}
	}
	for _, c := range root.Children {
		if c.Name != "" {
			return c, nil
		}
	}
	return nil, say.Errorf("it is empty")
}

// A Package is the zip of an office document.
type Package struct {
	files map[string]*zip.File
	left  int64
}

// ErrTooLarge is told of a document that unpacks to more than was allowed.
var ErrTooLarge = say.Errorf("it unpacks to more than is allowed; allow more with --max-size")

// Open opens a document; no more than limit bytes are unpacked from it.
func Open(data []byte, limit int64) (*Package, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, say.Errorf("its zip is damaged (%w)", err)
	}
	p := &Package{files: map[string]*zip.File{}, left: limit}
	for _, f := range z.File {
		name := strings.TrimPrefix(f.Name, "/")
		if _, ok := p.files[name]; !ok {
			p.files[name] = f
		}
	}
	return p, nil
}

// Has tells whether there is such a part.
func (p *Package) Has(name string) bool { return p.files[name] != nil }

// Bytes unpacks a part; one that is not there is nil.
func (p *Package) Bytes(name string) ([]byte, error) {
	f := p.files[name]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, say.Errorf("%s: %w", name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, p.left+1))
	if err != nil {
		return nil, say.Errorf("%s: %w", name, err)
	}
	if p.left -= int64(len(data)); p.left < 0 {
		return nil, ErrTooLarge
	}
	return data, nil
}

// Part parses a part; one that is not there is nil.
func (p *Package) Part(name string) (*Node, error) {
	data, err := p.Bytes(name)
	if err != nil || data == nil {
		return nil, err
	}
	n, err := Parse(data)
	if err != nil {
		return nil, say.Errorf("%s: %w", name, err)
	}
	return n, nil
}
