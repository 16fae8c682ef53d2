package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Said is what the source says to people.
type Said struct {
	messages map[string][]string // English, and the packages that say it
	faults   []string            // what cannot be gathered, by place
	lent     map[string]lent     // exported functions that take messages, by name: other packages call them
}

// A lent function takes messages from other packages, too.
type lent struct {
	from string // the package that it is declared in
	args []int
}

// messages is the package that makes messages.
const messages = "issues/say"

// silent are the folders whose words reach no reader: tests, and programs for
// developers.
var silent = []string{"internal", "gen", "testdata", "tools", "issues/reconstruct/learn", "issues/say/gather"}

func isSilent(dir string) bool {
	return slices.Contains(silent, dir) || slices.Contains(silent, path.Base(dir)) || path.Base(dir) != "." && strings.HasPrefix(path.Base(dir), ".")
}

// gather reads every package below a root.
func gather(root fs.FS) (Said, error) {
	said := Said{messages: map[string][]string{}, lent: map[string]lent{}}
	var packs []*pack
	err := fs.WalkDir(root, ".", func(dir string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if isSilent(dir) {
			return fs.SkipDir
		}
		p := &pack{name: dir, set: token.NewFileSet(), constants: map[string]string{}, takers: map[string][]int{}, said: &said}
		packs = append(packs, p)
		return p.read(root)
	})
	for _, p := range packs {
		for _, f := range p.files {
			p.calls(f)
		}
	}
	return said, err
}

// A pack is a package that is being read.
type pack struct {
	name      string
	set       *token.FileSet
	files     []*ast.File
	constants map[string]string
	takers    map[string][]int // the package's own functions that take messages: which of their arguments are
	said      *Said
}

func (p *pack) read(root fs.FS) error {
	entries, err := fs.ReadDir(root, p.name)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		name := path.Join(p.name, e.Name())
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(p.set, name, text, parser.ParseComments)
		if err != nil {
			return err
		}
		p.files = append(p.files, f)
	}
	for _, f := range p.files {
		p.declared(f)
	}
	for known := -1; known != len(p.takers); { // a function may hand on to one that is found later
		known = len(p.takers)
		for _, f := range p.files {
			p.findTakers(f)
		}
	}
	for name, args := range p.takers {
		if ast.IsExported(name) {
			p.said.lent[name] = lent{p.name, args}
		}
	}
	return nil
}

// declared notes constants, and the words of declarations that are marked.
func (p *pack) declared(f *ast.File) {
	for _, d := range f.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && saysWords(f.Doc) {
			p.returned(f)
		}
		g, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		words := saysWords(g.Doc)
		for _, spec := range g.Specs {
			v, ok := spec.(*ast.ValueSpec)
			if !ok {
				continue
			}
			for i, value := range v.Values {
				if text, ok := p.constant(value); ok && g.Tok == token.CONST {
					p.constants[v.Names[i].Name] = text
				}
				if words {
					p.words(value)
				}
			}
		}
	}
}

func saysWords(doc *ast.CommentGroup) bool {
	return doc != nil && slices.ContainsFunc(doc.List, func(c *ast.Comment) bool { return c.Text == "//say:words" })
}

// words notes every string of an expression.
func (p *pack) words(e ast.Expr) {
	ast.Inspect(e, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
			p.note(strings.ReplaceAll(unquoted(l), "%", "%%"))
		}
		return true
	})
}

// returned notes the strings that a function gives back.
func (p *pack) returned(f *ast.FuncDecl) {
	ast.Inspect(f.Body, func(n ast.Node) bool {
		if r, ok := n.(*ast.ReturnStmt); ok {
			for _, e := range r.Results {
				if text, ok := p.constant(e); ok {
					p.note(strings.ReplaceAll(text, "%", "%%"))
				}
			}
		}
		return true
	})
}

// findTakers looks for functions with "format string, args ...any" that hand
// both on.
func (p *pack) findTakers(f *ast.File) {
	look := func(name string, t *ast.FuncType, body *ast.BlockStmt) {
		at, ok := formatOf(t)
		if !ok || body == nil || p.takers[name] != nil {
			return
		}
		ast.Inspect(body, func(n ast.Node) bool {
			if c, ok := n.(*ast.CallExpr); ok {
				for _, i := range p.taken(c, f) {
					if i < len(c.Args) && isIdent(c.Args[i], "format") {
						p.takers[name] = []int{at}
					}
				}
			}
			return true
		})
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			look(n.Name.Name, n.Type, n.Body)
		case *ast.AssignStmt:
			for i, r := range n.Rhs {
				if l, ok := r.(*ast.FuncLit); ok {
					if id, ok := n.Lhs[i].(*ast.Ident); ok {
						look(id.Name, l.Type, l.Body)
					}
				}
			}
		}
		return true
	})
}

// formatOf finds a message among parameters.
func formatOf(t *ast.FuncType) (at int, ok bool) {
	n := 0
	for _, field := range t.Params.List {
		for _, name := range field.Names {
			if name.Name == "format" {
				at, ok = n, true
			}
			n++
		}
		if _, variadic := field.Type.(*ast.Ellipsis); variadic {
			return at, ok
		}
	}
	return 0, false
}

// taken gives the arguments of a call that are messages.
func (p *pack) taken(c *ast.CallExpr, f *ast.File) []int {
	speaks := imports(f, "kanyin/issues/say/speak")
	switch fun := c.Fun.(type) {
	case *ast.Ident:
		if p.name == messages && fun.Name == "Of" {
			return []int{0}
		}
		return p.takers[fun.Name]
	case *ast.IndexExpr:
		if id, ok := fun.X.(*ast.Ident); ok {
			return p.takers[id.Name]
		}
	case *ast.SelectorExpr:
		if isIdent(fun.X, "say") {
			return map[string][]int{"Of": {0}, "Errorf": {0}, "Count": {1, 2}}[fun.Sel.Name]
		}
		if own := map[string][]int{"Say": {0}, "Print": {1}}[fun.Sel.Name]; own != nil && speaks {
			return own
		}
		if id, ok := fun.X.(*ast.Ident); ok && id.Obj == nil && id.Name == "fmt" {
			return nil
		}
		if own := p.takers[fun.Sel.Name]; own != nil {
			return own
		}
		if l, ok := p.said.lent[fun.Sel.Name]; ok && imports(f, "kanyin/"+l.from) {
			return l.args
		}
	}
	return nil
}

// calls notes the messages of a file.
func (p *pack) calls(f *ast.File) {
	ast.Inspect(f, func(n ast.Node) bool {
		c, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if s, ok := c.Fun.(*ast.SelectorExpr); ok && (isIdent(s.X, "fmt") && s.Sel.Name == "Errorf" || isIdent(s.X, "errors") && s.Sel.Name == "New") && p.name != messages {
			p.fault(c, "make errors with say.Errorf, so that they can be said in the reader's language")
		}
		for _, i := range p.taken(c, f) {
			if i >= len(c.Args) || isIdent(c.Args[i], "format") {
				continue
			}
			text, ok := p.constant(c.Args[i])
			if !ok {
				p.fault(c, "a message is a constant; what changes stands in it as %s")
				continue
			}
			p.note(text)
		}
		return true
	})
}

// note notes a message, unless it holds no words and no mark that another
// language sets otherwise: places are "file:line: …" in all of them.
func (p *pack) note(text string) {
	bare := verb.ReplaceAllString(text, "")
	if !strings.ContainsFunc(bare, unicode.IsLetter) && !strings.ContainsAny(bare, ",;(") && !strings.HasPrefix(text, ": ") {
		return
	}
	if in := p.said.messages[text]; !slices.Contains(in, p.name) {
		p.said.messages[text] = append(in, p.name)
	}
}

func (p *pack) fault(n ast.Node, what string) {
	p.said.faults = append(p.said.faults, fmt.Sprintf("%v: %s", p.set.Position(n.Pos()), what))
}

// constant gives the value of a constant expression, as far as it is written
// in the package.
func (p *pack) constant(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		return unquoted(e), e.Kind == token.STRING
	case *ast.ParenExpr:
		return p.constant(e.X)
	case *ast.Ident:
		text, ok := p.constants[e.Name]
		return text, ok
	case *ast.BinaryExpr:
		x, okX := p.constant(e.X)
		y, okY := p.constant(e.Y)
		return x + y, okX && okY && e.Op == token.ADD
	}
	return "", false
}

func unquoted(l *ast.BasicLit) string {
	text, err := strconv.Unquote(l.Value)
	if err != nil {
		return l.Value
	}
	return text
}

func isIdent(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

func imports(f *ast.File, path string) bool {
	return f.Name.Name == "speak" || slices.ContainsFunc(f.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == strconv.Quote(path) })
}
