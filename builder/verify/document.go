package verify

import (
	"bytes"
	"encoding/xml"
	"io"
	"sort"
	"strings"

	"kanyin/issues/say"
)

// A document is an XML file read whole, with the line of every element.
type document struct {
	root *node
	err  error
	line int // where err is
	list []*node
}

// A node is an element.
type node struct {
	name string
	attr map[string]string // by local name; epub:type keeps its prefix, xml:lang has its own besides
	line int
	kids []any // *node or string
}

const (
	opsSpace = "http://www.idpf.org/2007/ops"
	xmlSpace = "xml" // as encoding/xml names it
)

// Bounds of what is read of one XML file.
const (
	deepestNode = 200     // ours go a dozen levels down
	mostNodes   = 400_000 // an article has some hundred
)

var errTooMuch = say.Errorf("it has more elements, or deeper ones, than are read")

// parse reads an XML file as far as it is well-formed. Entities other than
// XML's own are an error, as they are to an e-book reader.
func parse(data []byte) *document {
	lines := newLines(data)
	d := xml.NewDecoder(bytes.NewReader(data))
	doc := &document{root: &node{attr: map[string]string{}}}
	stack := []*node{doc.root}
	for {
		at := d.InputOffset()
		t, err := d.Token()
		if len(stack) > deepestNode || len(doc.list) > mostNodes {
			err = errTooMuch
		}
		if err != nil {
			if err != io.EOF {
				doc.err, doc.line = err, lines.at(d.InputOffset())
			}
			return doc
		}
		top := stack[len(stack)-1]
		switch v := t.(type) {
		case xml.StartElement:
			n := &node{v.Name.Local, map[string]string{}, lines.at(at), nil}
			for _, a := range v.Attr {
				key := a.Name.Local
				if a.Name.Space == opsSpace {
					key = "epub:" + key
				}
				if a.Name.Space == xmlSpace {
					n.attr["xml:"+key] = a.Value
				}
				if _, twice := n.attr[key]; !twice {
					n.attr[key] = a.Value
				}
			}
			top.kids = append(top.kids, n)
			doc.list = append(doc.list, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.kids = append(top.kids, string(v))
		}
	}
}

// all gives the elements of a name, in order.
func (d *document) all(name string) []*node {
	var out []*node
	for _, n := range d.list {
		if n.name == name {
			out = append(out, n)
		}
	}
	return out
}

// below gives the elements under n for which want says true.
func (n *node) below(want func(*node) bool) []*node {
	var out []*node
	for _, k := range n.kids {
		if k, ok := k.(*node); ok {
			if want(k) {
				out = append(out, k)
			}
			out = append(out, k.below(want)...)
		}
	}
	return out
}

func named(name string) func(*node) bool { return func(n *node) bool { return n.name == name } }

func (n *node) text() string {
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *node) write(b *strings.Builder) {
	for _, k := range n.kids {
		switch k := k.(type) {
		case string:
			b.WriteString(k)
		case *node:
			k.write(b)
		}
	}
}

// lines finds the line of a byte.
type lines []int64 // where each line ends

func newLines(data []byte) lines {
	var out lines
	for i, c := range data {
		if c == '\n' {
			out = append(out, int64(i))
		}
	}
	return out
}

// at gives the line, from 1, that a byte stands on.
func (l lines) at(offset int64) int {
	return 1 + sort.Search(len(l), func(i int) bool { return l[i] >= offset })
}
