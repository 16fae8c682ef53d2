package archive_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/builder"
	"kanyin/builder/internal/tools"
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

func TestMetsIsValidByItsSchema(t *testing.T) {
	xmllint, schema := tools.Program(t, "xmllint"), tools.File(t, "python/ocrd_validators/mets.xsd")
	out, err := exec.Command(xmllint, "--noout", "--nonet", "--schema", schema, filepath.Join(bagFolder(t), "data", "mets.xml")).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, strings.TrimSpace(string(out)))
	}
}
