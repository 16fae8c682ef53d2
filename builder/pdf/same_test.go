package pdf_test

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"kanyin/builder"
	"kanyin/builder/pdf"
	"kanyin/issues/sample"
)

// sums is set where a test binary runs itself for the sums of the sample's editions.
const sums = "KANYIN_TEST_SUMS"

func TestMain(m *testing.M) {
	if os.Getenv(sums) == "" {
		os.Exit(m.Run())
	}
	if err := printSums(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// printSums makes every edition of the sample, fonts and all, and prints their sums.
func printSums(w io.Writer) error {
	whole, err := makeWhole(sample.Name, sample.Text())
	if err != nil {
		return err
	}
	lib, err := library()
	if err != nil {
		return err
	}
	print := pdf.Print{Doc: whole.doc, Fonts: lib, CropMarks: true}
	for _, b := range []builder.Builder{pdf.Screen{Doc: whole.doc, Fonts: lib}, print, pdf.Booklet{Print: print}} {
		sum := sha256.New()
		if err := b.Build(sum, whole.iss); err != nil {
			return err
		}
		fmt.Fprintf(w, "%s %x\n", b.Name(), sum.Sum(nil))
	}
	ticket, err := print.Ticket(whole.iss)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "ticket %x\n", sha256.Sum256(ticket.Text()))
	return nil
}

// Whatever the time zone, the language, the folder and the number of
// processors, the same issue gives the same bytes.
func TestTheSameIssueGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var first string
	for _, env := range []string{
		"TZ=UTC LANG=C GOMAXPROCS=1",
		"TZ=UTC LANG=C GOMAXPROCS=1",
		"TZ=Asia/Urumqi LANG=zh_CN.GB18030 LC_ALL=zh_CN.GB18030 GOMAXPROCS=4",
		"TZ=America/St_Johns LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8 GOMAXPROCS=2",
	} {
		cmd := exec.Command(self)
		cmd.Dir = t.TempDir()
		cmd.Env = append(append(os.Environ(), sums+"=1", "TMPDIR="+cmd.Dir), strings.Fields(env)...)
		out, err := cmd.Output()
		switch {
		case err != nil:
			t.Fatalf("%s: %v", env, err)
		case first == "":
			first = string(out)
		case string(out) != first:
			t.Errorf("under %s the sums are\n%swant\n%s", env, out, first)
		}
	}
	if n := strings.Count(first, "\n"); n != 4 {
		t.Errorf("%d sums, want 4:\n%s", n, first)
	}
}
