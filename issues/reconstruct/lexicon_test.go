package reconstruct

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// Rules in words stand in lexicon.go alone, so that none can name a person or
// a title unnoticed: no other file of the package holds a literal outside ASCII.
func TestChineseLiteralsStandInTheLexicon(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, f := range files {
		name := f.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || name == "lexicon.go" {
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
