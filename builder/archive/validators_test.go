package archive_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/builder"
)

// python is where tools/install.sh puts bagit.py and the METS schema.
const python = "../../tools/python"

// need skips a test whose tool is missing, and fails it where validators are required.
func need(t *testing.T, what string, found bool) {
	t.Helper()
	switch {
	case found:
	case os.Getenv("KANYIN_VALIDATORS") == "require":
		t.Fatalf("%s is required and not installed; make validators installs it", what)
	default:
		t.Skipf("SKIP: %s is not installed; make validators installs it", what)
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

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
	need(t, "bagit.py", exists(filepath.Join(python, "bagit.py")))
	dir := bagFolder(t)
	validate := func() ([]byte, error) {
		return exec.Command("python3", filepath.Join(python, "bagit.py"), "--validate", dir).CombinedOutput()
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
	xmllint, err := exec.LookPath("xmllint")
	need(t, "xmllint", err == nil)
	schema := filepath.Join(python, "ocrd_validators", "mets.xsd")
	need(t, "the METS schema", exists(schema))
	out, err := exec.Command(xmllint, "--noout", "--nonet", "--schema", schema, filepath.Join(bagFolder(t), "data", "mets.xml")).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, strings.TrimSpace(string(out)))
	}
}
