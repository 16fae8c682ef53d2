package archive_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/builder"
	"kanyin/builder/internal/tools"
	"kanyin/issues"
	"kanyin/issues/issue"
	"kanyin/issues/sample"
)

// bagFolder writes the bag and gives its folder.
func bagFolder(t *testing.T) string {
	t.Helper()
	iss, b := made()
	list, err := b.Files(iss)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "bag")
	if err := builder.WriteFolder(dir, list); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestBagitAcceptsTheBagAndRefusesADamagedOne(t *testing.T) {
	python, script := tools.Program(t, "python3"), tools.File(t, "python/bagit.py")
	dir := bagFolder(t)
	validate := func() ([]byte, error) {
		return exec.Command(python, script, "--validate", dir).CombinedOutput()
	}
	if out, err := validate(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if err := os.WriteFile(filepath.Join(dir, "data", "issue.json"), []byte("{}"), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := validate(); err == nil {
		t.Errorf("a damaged bag passed:\n%s", out)
	}
}

// schemas gives the schema of METS, MODS and PREMIS together, where all are installed.
func schemas(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"xlink", "mets", "mods-3-8", "premis-v3-0"} {
		tools.File(t, "schemas/loc/"+name+".xsd")
	}
	return tools.File(t, "schemas/archive.xsd")
}

// wholeIssues are the sample and the issues of KANYIN_CORPUS, where it is set.
func wholeIssues(t *testing.T) map[string]*issue.Issue {
	t.Helper()
	texts := map[string][]byte{sample.Name: sample.Text()}
	paths, err := filepath.Glob(filepath.Join(os.Getenv("KANYIN_CORPUS"), "issues", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if texts[filepath.Base(path)], err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
	out := map[string]*issue.Issue{}
	for name, text := range texts {
		if out[name], err = issues.Read(name, bytes.NewReader(text)); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// METS, the MODS inside it and PREMIS keep to their schemas, in a bag of
// everything, of hardly anything, of the sample and of real issues.
func TestMetadataIsValidByItsSchemas(t *testing.T) {
	xmllint, schema := tools.Program(t, "xmllint"), schemas(t)
	dir := t.TempDir()
	everything, b := made()
	all := wholeIssues(t)
	all["everything"], all["hardly anything"] = everything, &issue.Issue{}
	var paths []string
	for name, iss := range all {
		list, err := b.Files(iss)
		if err != nil {
			t.Fatal(err)
		}
		if err := builder.WriteFolder(filepath.Join(dir, name), list); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, filepath.Join(dir, name, "data", "mets.xml"), filepath.Join(dir, name, "data", "premis.xml"))
	}
	out, err := exec.Command(xmllint, append([]string{"--noout", "--nonet", "--schema", schema}, paths...)...).CombinedOutput()
	if n := strings.Count(string(out), " validates\n"); err != nil || n != len(paths) {
		t.Errorf("%d of %d files are valid, %v\n%s", n, len(paths), err, out)
	}
}

// That the schemas look at every part shows in faults of each.
func TestSchemasRefuseDamagedMetadata(t *testing.T) {
	xmllint, schema := tools.Program(t, "xmllint"), schemas(t)
	bag := files(t)
	for _, c := range []struct{ file, old, new string }{
		{"mets", `CHECKSUMTYPE="SHA-512"`, `CHECKSUMTYPE="SUM"`},
		{"mets", `<mods:roleTerm type="code"`, `<mods:roleTerm type="sign"`},
		{"premis", "<premis:size>", "<premis:size>about "},
	} {
		damaged := strings.ReplaceAll(string(bag["data/"+c.file+".xml"]), c.old, c.new)
		path := filepath.Join(t.TempDir(), c.file+".xml")
		if err := os.WriteFile(path, []byte(damaged), 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(xmllint, "--noout", "--nonet", "--schema", schema, path).CombinedOutput()
		if err == nil || !strings.Contains(string(out), "Schemas validity error") {
			t.Errorf("%s for %s passes, or is refused for another reason: %v\n%s", c.new, c.old, err, out)
		}
	}
}
