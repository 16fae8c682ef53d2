package main

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"kanyin": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", UpdateScripts: os.Getenv("UPDATE") != "",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"large": large, "picture": picture, "judge": judge},
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
