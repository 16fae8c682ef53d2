package issues_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/builder/press"
	"kanyin/builder/verify"
	"kanyin/issues/internal/houses"
)

// asked are the validators that have to have looked at every house.
var asked = []string{"external-epubcheck", "external-verapdf-2a", "external-verapdf-ua1"}

// Whatever can be read can be published: magazines of every form come out in all
// editions, which keep their standards. The validators look where they are
// required; elsewhere kanyin's own rules do.
func TestHousesArePublished(t *testing.T) {
	p, err := press.New("test")
	if err != nil {
		t.Fatal(err)
	}
	required := os.Getenv("KANYIN_VALIDATORS") == "require"
	const seeds = 2 // a dozen houses in all
	var tools []string
	if required {
		tools = []string{filepath.Join("..", "tools")}
	}
	for form := houses.Form(0); form < houses.Forms; form++ {
		for seed := range uint64(seeds) {
			t.Run(fmt.Sprintf("%s-%d", form, seed), func(t *testing.T) {
				t.Parallel()
				h, err := houses.Make(seed+1, form)
				if err != nil {
					t.Fatal(err)
				}
				job, err := press.ReadFile(press.Reader("issue.txt", strings.NewReader("")), h.File)
				if err != nil {
					t.Fatal(err)
				}
				result, err := p.Publish(press.Wishes{Dir: t.TempDir(), Editions: []string{"epub", "screen", "print", "archive"}}, job, nil)
				if err != nil {
					t.Fatal(err)
				}
				for _, path := range result.Paths {
					judge(t, path, job, tools)
				}
			})
		}
	}
}

// judge holds an edition against kanyin's rules and, where there are folders of
// tools, against the validators in them.
func judge(t *testing.T, path string, job press.Job, tools []string) {
	t.Helper()
	ext := filepath.Ext(path)
	if ext != ".epub" && ext != ".pdf" {
		return
	}
	r, err := verify.File(path, verify.Options{Issue: job.Issue})
	if err != nil {
		t.Fatal(err)
	}
	if tools != nil {
		r.Results = append(r.Results, verify.External(path, r.Kind, tools, asked...)...)
	}
	seen := map[string]bool{}
	for _, x := range r.Results {
		seen[x.Code] = true
		if !x.Pass && !x.Skipped {
			t.Errorf("%s: %s: %s %s", filepath.Base(path), x.Code, x.Place, x.Text)
		}
	}
	if tools == nil {
		return
	}
	for _, code := range asked {
		if mine := strings.Contains(code, "epubcheck") == (ext == ".epub"); mine && r.Kind != "print" && !seen[code] {
			t.Errorf("%s: %s was not asked; \"make validators\" installs it", filepath.Base(path), code)
		}
	}
}
