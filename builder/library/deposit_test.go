package library_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kanyin/builder/library"
	"kanyin/builder/library/internal/backlog"
)

// A corrected issue becomes the next version of its object, whatever form the
// archives have.
func TestArchivesAreLaidIntoOCFL(t *testing.T) {
	for _, form := range []string{"zip", "tar", "folder"} {
		d := newDesk(t, 2)
		d.write(library.ConfigName, "archive = \""+form+"\"\neditions = [\"archive\"]\n")
		o := d.options()
		o.OCFL, o.Now = filepath.Join(filepath.Dir(d.out), "ocfl"), time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
		d.run(o)
		first := files(t, o.OCFL)
		o.Now = o.Now.AddDate(1, 0, 0)
		d.run(o)
		sameFiles(t, form+": nothing changed", files(t, o.OCFL), first)
		if err := os.RemoveAll(d.out + ".state"); err != nil {
			t.Fatal(err)
		}
		d.run(o)
		sameFiles(t, form+": the state was deleted", files(t, o.OCFL), first)

		d.write("渡口/2016/01.txt", strings.Replace(backlog.Issue{Title: 1, Year: 2016, Number: 1}.Text(), "卷首", "开篇", 2))
		d.run(o)
		var second []string
		for name := range files(t, o.OCFL) {
			if strings.Contains(name, "/v2/content/data/") {
				second = append(second, name[strings.Index(name, "/v2/")+4:])
			}
			if strings.Contains(name, "/v3/") {
				t.Errorf("%s: there is a third version: %s", form, name)
			}
		}
		if !slices.Contains(second, "content/data/issue.json") || slices.Contains(second, "content/data/fonts/OFL-Kanyin_Song.txt") {
			t.Errorf("%s: the second version has %v", form, second)
		}
	}
}
