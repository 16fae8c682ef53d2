package torn

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// Rules in words stand in lexicon.go alone, so that none can name a person or
// a title unnoticed: no other file of the reader holds a literal outside ASCII.
func TestChineseLiteralsStandInTheLexicon(t *testing.T) {
	own, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	below, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, name := range append(own, below...) {
		if strings.HasSuffix(name, "_test.go") || filepath.Base(name) == "lexicon.go" {
			continue
		}
		seen++
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING && lit.Kind != token.CHAR {
				return true
			}
			for _, r := range lit.Value {
				if r >= utf8.RuneSelf {
					t.Errorf("%s: literal %s belongs into lexicon.go", set.Position(lit.Pos()), lit.Value)
					break
				}
			}
			return true
		})
	}
	if seen == 0 {
		t.Fatal("no file was looked at")
	}
}
