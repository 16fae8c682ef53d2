package library_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/builder/library"
)

func (d desk) verify(o library.VerifyOptions) (faults []string, before int) {
	d.t.Helper()
	p, err := thePress()
	if err != nil {
		d.t.Fatal(err)
	}
	o.Out, o.Version = d.out, "test"
	verdicts, err := library.Verify(context.Background(), p, o)
	if err != nil {
		d.t.Fatal(err)
	}
	for _, v := range verdicts {
		for _, f := range v.Faults {
			faults = append(faults, v.Place+"/"+v.File+": "+f.String())
		}
		if v.Before {
			before++
		}
		if v.Edition != "pages" && v.Holds && v.Rules == 0 {
			d.t.Errorf("%s/%s holds, but no rule was held against it", v.Place, v.File)
		}
	}
	return faults, before
}

func TestALibraryIsVerified(t *testing.T) {
	d := newDesk(t, 2)
	d.run(d.options())
	if faults, before := d.verify(library.VerifyOptions{Rebuild: library.RebuildAll}); faults != nil || before != 0 {
		t.Errorf("a sound library: %d judged before, faults %q", before, faults)
	}
	if faults, before := d.verify(library.VerifyOptions{Rebuild: library.RebuildAll}); faults != nil || before != 8 {
		t.Errorf("judged again: %d judged before, want 8; faults %q", before, faults)
	}
	if _, before := d.verify(library.VerifyOptions{Rebuild: library.RebuildAll, Full: true}); before != 0 {
		t.Errorf("in full, %d were passed over", before)
	}

	place := filepath.Join(d.out, "渡口", "2016", "01")
	book := filepath.Join(place, "渡口-2016-01.epub")
	data, err := os.ReadFile(book)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	if err := os.WriteFile(book, data, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"渡口-2016-01.screen.pdf", "a02.html"} {
		if err := os.Remove(filepath.Join(place, name)); err != nil {
			t.Fatal(err)
		}
	}
	faults, _ := d.verify(library.VerifyOptions{})
	all := strings.Join(faults, "\n")
	for _, want := range []string{"渡口-2016-01.epub: the file is not what was made", "渡口-2016-01.screen.pdf: the file is missing", "a02.html is missing"} {
		if !strings.Contains(all, want) {
			t.Errorf("faults\n%s\nlack %q", all, want)
		}
	}
	if strings.Contains(all, "芦津月刊") {
		t.Errorf("a sound issue has faults:\n%s", all)
	}
}
