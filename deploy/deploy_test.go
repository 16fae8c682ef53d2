// Package deploy holds the files that make a library on many machines; its
// tests hold them against what those machines take.
package deploy

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	batch "k8s.io/api/batch/v1"
	core "k8s.io/api/core/v1"
	"sigs.k8s.io/yaml"
)

// The jobs decode strictly into Kubernetes' own types: no field is misspelt or
// in the wrong place. Every share has its pod, and the program its flags.
func TestKubernetesJobs(t *testing.T) {
	data, err := os.ReadFile("kubernetes.yaml")
	if err != nil {
		t.Fatal(err)
	}
	jobs := map[string]batch.Job{}
	for _, doc := range bytes.Split(data, []byte("\n---\n")) {
		var j batch.Job
		if err := yaml.UnmarshalStrict(doc, &j); err != nil {
			t.Fatal(err)
		}
		if j.APIVersion != "batch/v1" || j.Kind != "Job" {
			t.Errorf("%s is a %s of %s", j.Name, j.Kind, j.APIVersion)
		}
		jobs[j.Name] = j
		for _, c := range j.Spec.Template.Spec.Containers {
			for _, m := range c.VolumeMounts {
				if !slices.ContainsFunc(j.Spec.Template.Spec.Volumes, func(v core.Volume) bool { return v.Name == m.Name }) {
					t.Errorf("%s mounts %s, which is no volume", j.Name, m.Name)
				}
			}
		}
	}
	shares := jobs["kanyin-shares"].Spec
	if shares.CompletionMode == nil || *shares.CompletionMode != batch.IndexedCompletion || *shares.Completions != 4 || *shares.BackoffLimitPerIndex != 2 {
		t.Errorf("the shares are no Indexed Job of four: %+v", shares)
	}
	if args := strings.Join(shares.Template.Spec.Containers[0].Command, " "); !strings.HasSuffix(args, "--shard-index $(JOB_COMPLETION_INDEX)/4") {
		t.Errorf("the shares are made by %s", args)
	}
	if len(jobs) != 2 {
		t.Errorf("%d jobs, want the shares and the index", len(jobs))
	}
}

// program builds kanyin and gives a small tree of issues.
func program(t *testing.T) (kanyin, in, out string) {
	t.Helper()
	dir := t.TempDir()
	kanyin = filepath.Join(dir, "kanyin")
	if text, err := exec.Command("go", "build", "-o", kanyin, "../cmd/kanyin").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	in, out = filepath.Join(dir, "in"), filepath.Join(dir, "out")
	if err := os.Mkdir(in, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, n := range []string{"1", "2", "3", "4", "5", "6"} {
		text := "渡口\n\n2020·" + n + "\n\n渡口的老人\n\n石榴\n\n渡口的老人说，今年的水早了十天。\n"
		if err := os.WriteFile(filepath.Join(in, n+".txt"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return kanyin, in, out
}

func TestGNUParallel(t *testing.T) {
	if _, err := exec.LookPath("parallel"); err != nil {
		if os.Getenv("KANYIN_VALIDATORS") == "require" {
			t.Fatal("parallel is required and not installed; \"make validators\" installs it")
		}
		t.Skip("SKIP: parallel is not installed; \"make validators\" installs it")
	}
	kanyin, in, out := program(t)
	c := exec.Command("./parallel.sh", in, out, "3")
	c.Env = append(os.Environ(), "KANYIN="+kanyin)
	text, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	books, err := filepath.Glob(filepath.Join(out, "渡口", "2020", "*", "*.epub"))
	if err != nil || len(books) != 6 {
		t.Errorf("%d e-books were made, want 6 (%v)\n%s", len(books), err, text)
	}
}
