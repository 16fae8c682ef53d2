package ocfl_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kanyin/builder"
	"kanyin/builder/internal/tools"
	"kanyin/builder/library/ocfl"
)

var note = ocfl.Note{Created: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), Message: "published", User: "kanyin", Address: "https://example.org/"}

func files(pairs ...string) []builder.File {
	var list []builder.File
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, builder.File{Path: pairs[i], Data: []byte(pairs[i+1])})
	}
	return list
}

func open(t *testing.T) (string, *ocfl.Root) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "root")
	r, err := ocfl.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return dir, r
}

func add(t *testing.T, r *ocfl.Root, id, head string, added bool, list []builder.File) {
	t.Helper()
	gotHead, gotAdded, err := r.Add(id, list, note)
	if err != nil || gotHead != head || gotAdded != added {
		t.Fatalf("version %s, added %v, error %v; want %s, %v", gotHead, gotAdded, err, head, added)
	}
}

// three gives a root with an object of three versions: a file changed, a file
// added that another one equals, a file dropped.
func three(t *testing.T) (string, *ocfl.Root) {
	dir, r := open(t)
	add(t, r, "urn:uuid:1", "v1", true, files("bagit.txt", "BagIt", "data/河口.txt", "渡口"))
	add(t, r, "urn:uuid:1", "v1", false, files("data/河口.txt", "渡口", "bagit.txt", "BagIt"))
	add(t, r, "urn:uuid:1", "v2", true, files("bagit.txt", "BagIt", "data/河口.txt", "渡口的老人", "data/copy.txt", "BagIt"))
	add(t, r, "urn:uuid:1", "v3", true, files("data/河口.txt", "渡口"))
	add(t, r, "urn:uuid:2", "v1", true, files("a.txt", ""))
	return dir, r
}

func find(t *testing.T, dir, pattern string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "*", "*", "*", "*", filepath.FromSlash(pattern)))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestVersionsAreKeptAndContentIsStoredOnce(t *testing.T) {
	dir, r := three(t)
	for pattern, want := range map[string]int{"v1/content/*": 3, "v1/content/data/*": 1, "v2/content/data/*": 1, "v3/content": 0, "v3/inventory.json": 1, "0=ocfl_object_1.1": 2} {
		if got := find(t, dir, pattern); len(got) != want {
			t.Errorf("%d files %s, want %d: %v", len(got), pattern, want, got)
		}
	}
	if got := check(t, r); len(got) > 0 {
		t.Errorf("a sound root: %q", got)
	}
}

func TestWhatAKilledRunLeftIsPutRight(t *testing.T) {
	dir, r := three(t)
	object := filepath.Dir(find(t, dir, "v3")[0])
	if err := os.MkdirAll(filepath.Join(object, "v4", "content"), 0o755); err != nil { // renamed in, but in no inventory yet
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(object, "inventory.json.sha512"), []byte("of the version before\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	add(t, r, "urn:uuid:1", "v4", true, files("data/河口.txt", "渡口的老人说"))
	if got := check(t, r); len(got) > 0 {
		t.Errorf("put right, the root has %q", got)
	}
}

// check gives the faults of all objects of a root, and what belongs to none.
func check(t *testing.T, r *ocfl.Root) (faults []string) {
	t.Helper()
	objects, strays, err := r.Objects()
	if err != nil || len(objects) != 2 {
		t.Fatalf("the objects are %v: %v", objects, err)
	}
	for _, folder := range objects {
		_, found := r.Check(folder)
		for _, f := range found {
			faults = append(faults, f.String())
		}
	}
	return append(faults, strays...)
}

// Whatever happens to a root is told, and told once; nothing is changed by
// looking.
func TestDamageIsFound(t *testing.T) {
	write := func(t *testing.T, name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for want, damage := range map[string]func(t *testing.T, dir, object string){
		"v1/content/data/河口.txt has not the digest that the inventory tells": func(t *testing.T, _, object string) {
			write(t, filepath.Join(object, "v1", "content", "data", "河口.txt"), "渡囗")
		},
		"v1/content/data/河口.txt is missing": func(t *testing.T, _, object string) {
			os.Remove(filepath.Join(object, "v1", "content", "data", "河口.txt"))
		},
		"v2/content/more.txt stands in no inventory": func(t *testing.T, _, object string) {
			write(t, filepath.Join(object, "v2", "content", "more.txt"), "")
		},
		"v2/inventory.json has not the digest that stands beside it": func(t *testing.T, _, object string) {
			name := filepath.Join(object, "v2", "inventory.json")
			write(t, name, strings.Replace(read(t, name), "published", "publIshed", 1))
		},
		"v3/inventory.json is missing": func(t *testing.T, _, object string) { os.Remove(filepath.Join(object, "v3", "inventory.json")) },
		`0=ocfl_object_1.1 does not say "ocfl_object_1.1\n"`: func(t *testing.T, _, object string) {
			write(t, filepath.Join(object, "0=ocfl_object_1.1"), "ocfl_object_1.0\n")
		},
		"the object urn:uuid:1 should lie in": func(t *testing.T, _, object string) {
			if err := os.Rename(object, filepath.Dir(object)+"/moved"); err != nil {
				t.Fatal(err)
			}
		},
		"letter.txt": func(t *testing.T, dir, _ string) { write(t, filepath.Join(dir, "letter.txt"), "") },
	} {
		dir, r := three(t)
		damage(t, dir, filepath.Dir(find(t, dir, "v3")[0]))
		before := snapshot(t, dir)
		if got := check(t, r); len(got) != 1 || !strings.HasPrefix(got[0], want) {
			t.Errorf("found %q, want %q", got, want)
		}
		if snapshot(t, dir) != before {
			t.Errorf("%s: the root was changed by looking at it", want)
		}
	}
}

// snapshot gives all files of a folder with their content.
func snapshot(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			b.WriteString(name + "\n" + read(t, name) + "\n")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// An object whose inventory was damaged gets no further version.
func TestNothingIsAddedToWhatIsDamaged(t *testing.T) {
	dir, r := three(t)
	inventory := filepath.Join(filepath.Dir(find(t, dir, "v3")[0]), "inventory.json")
	if err := os.WriteFile(inventory, []byte(strings.Replace(read(t, inventory), "published", "publIshed", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, _, err := r.Add("urn:uuid:1", nil, note); err == nil || !strings.Contains(err.Error(), "was damaged") {
		t.Errorf("a damaged inventory: %v", err)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestWhatIsRefused(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "letter.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := ocfl.Open(dir); err == nil || !strings.Contains(err.Error(), "other things") {
		t.Errorf("a folder of other things: %v", err)
	}
	_, r := open(t)
	if _, _, err := r.Add("x", files("../escape.txt", ""), note); err == nil {
		t.Error("a path that leads out was taken")
	}
}

// A validator that others wrote finds nothing wrong.
func TestOcflPyTakesTheRoot(t *testing.T) {
	python := tools.Program(t, "python3")
	tools.File(t, "python/ocfl/__init__.py")
	dir, _ := three(t)
	c := exec.Command(python, "-c", `
import sys, types
sys.path.insert(0, sys.argv[1])
sys.modules["s3fs"] = types.SimpleNamespace(S3FileSystem=None) # for clouds alone, and not installed
import ocfl
root = ocfl.StorageRoot(root=sys.argv[2])
passed = root.validate(validate_objects=True, check_digests=True, log_warnings=True)
print("valid" if passed and root.num_objects == root.good_objects == 2 and not root.errors else "not valid", root.errors, root.log.status_str())
`, filepath.Join(tools.Dir(t), "python"), dir)
	out, err := c.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "valid") || strings.Contains(string(out), "not valid") {
		t.Errorf("%v\n%s", err, out)
	}
}
