package markdown_test

import (
	"strings"
	"testing"

	"kanyin/issues/manuscript"
	"kanyin/issues/manuscript/internal/golden"
	"kanyin/issues/manuscript/markdown"
)

// near gives the one picture that lies beside the tests' manuscripts.
func near(name string) []byte {
	if name == "bridge.png" {
		return golden.PNG
	}
	return nil
}

func TestGolden(t *testing.T) {
	golden.Run(t, func(files map[string][]byte) (*manuscript.Document, error) {
		return markdown.Read(string(files["text.md"]), near), nil
	})
}

func FuzzRead(f *testing.F) {
	f.Add("---\ntitle: 桥\n---\n# 桥\n\n水[^1]**流**。\n\n- 鱼\n  1. 盐\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: 注\n")
	f.Add("> > 桥\n\n```\nx\n```\n\n![y](bridge.png)\n<br>")
	f.Fuzz(func(t *testing.T, text string) {
		file := markdown.Read(text, near).File("x.md", "utf-8", nil)
		for i, l := range file.Lines {
			if strings.ContainsAny(l, "\n\r\f") || strings.TrimSpace(l) == "" || file.Facts[i].Role == "" {
				t.Errorf("line %q, role %q", l, file.Facts[i].Role)
			}
		}
	})
}
