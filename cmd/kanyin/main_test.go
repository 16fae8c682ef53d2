package main

import (
	"bytes"
	"image"
	"image/png"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"kanyin": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", UpdateScripts: os.Getenv("UPDATE") != "",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"large": large, "picture": picture, "judge": judge, "chinese": chinese, "same": same},
	})
}

// large writes a text of 2 MiB.
func large(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat([]byte("River.\n\n"), 2<<20/8), 0o666))
}

// picture writes a small PNG.
func picture(ts *testscript.TestScript, _ bool, args []string) {
	var b bytes.Buffer
	ts.Check(png.Encode(&b, image.NewGray(image.Rect(0, 0, 400, 300))))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o666))
}

// judge runs "kanyin verify", whose verdict the script reads for itself.
func judge(ts *testscript.TestScript, _ bool, args []string) {
	_ = ts.Exec("kanyin", append([]string{"verify"}, args...)...)
}

// chinese fails where a stream or a file has an English sentence: three words
// in a row on a line that is no example of a command.
func chinese(ts *testscript.TestScript, _ bool, args []string) {
	for _, line := range strings.Split(ts.ReadFile(args[0]), "\n") {
		if strings.Contains(line, "kanyin ") || strings.Contains(line, "pdftotext") {
			continue
		}
		if s := sentence.FindString(line); s != "" {
			ts.Fatalf("%q is English, in: %s", s, line)
		}
	}
}

var sentence = regexp.MustCompile(`(?:^|[^\w/.<-])[a-z]+(?: [a-z]+){2,}`)

// same fails where two folders do not hold the same bytes.
func same(ts *testscript.TestScript, _ bool, args []string) {
	a, b := os.DirFS(ts.MkAbs(args[0])), os.DirFS(ts.MkAbs(args[1]))
	files := 0
	ts.Check(fs.WalkDir(a, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		x, err := fs.ReadFile(a, path)
		ts.Check(err)
		y, err := fs.ReadFile(b, path)
		ts.Check(err)
		if !bytes.Equal(x, y) {
			ts.Fatalf("%s differs", path)
		}
		return nil
	}))
	if files < 4 {
		ts.Fatalf("only %d files are there", files)
	}
}
