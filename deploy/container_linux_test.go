package deploy

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// An image is what a Containerfile's last stage says.
type image struct {
	base       string
	build      string      // how the stage before makes the program
	copies     [][2]string // from the module or the build, to the image
	user       uint32
	entrypoint string
}

// readContainerfile reads the few instructions that the file has; another one
// is an error, so that this test does not pass over it.
func readContainerfile(t *testing.T) (image, string) {
	t.Helper()
	data, err := os.ReadFile("Containerfile")
	if err != nil {
		t.Fatal(err)
	}
	var i image
	var builder string
	for _, line := range strings.Split(string(data), "\n") {
		word, rest, _ := strings.Cut(line, " ")
		fields := strings.Fields(rest)
		switch {
		case line == "", word == "#", word == "WORKDIR":
		case word == "FROM":
			if builder == "" {
				builder = fields[0]
			}
			i.base = fields[0]
		case word == "RUN":
			i.build = rest
		case word == "COPY" && i.base == "scratch":
			i.copies = append(i.copies, [2]string{fields[len(fields)-2], fields[len(fields)-1]})
		case word == "COPY":
		case word == "USER":
			id, err := strconv.ParseUint(strings.Split(rest, ":")[0], 10, 32)
			if err != nil {
				t.Fatal(err)
			}
			i.user = uint32(id)
		case word == "ENTRYPOINT":
			i.entrypoint = strings.Trim(rest, `["]`)
		default:
			t.Fatalf("the Containerfile says %q, which this test cannot do", line)
		}
	}
	return i, builder
}

// The container's file is followed without a builder of containers, which few
// machines have: the program is made as it says, laid with what else it copies
// into an empty folder, and run with that for its root and /proc, by that user,
// without any environment. It makes a library, from one volume on another.
func TestTheContainerHasAllThatTheProgramNeeds(t *testing.T) {
	i, builder := readContainerfile(t)
	module, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if want := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindSubmatch(module)[1]; !strings.HasSuffix(builder, ":"+string(want)) {
		t.Errorf("the program is built in %s, while go.mod wants Go %s", builder, want)
	}
	if i.base != "scratch" || i.user == 0 || i.entrypoint != "/kanyin" {
		t.Errorf("the image is of %s, runs as %d and begins with %s", i.base, i.user, i.entrypoint)
	}
	if os.Getuid() != 0 {
		t.Skip("SKIP: changing the root wants root")
	}
	root := t.TempDir()
	for dir := root; dir != "/" && dir != os.TempDir(); dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil { // so that the user may go there
			t.Fatal(err)
		}
	}
	made := filepath.Join(t.TempDir(), "kanyin")
	build := exec.Command("sh", "-c", strings.ReplaceAll(i.build, " /kanyin ", " "+made+" "))
	build.Dir = ".."
	if text, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", build, err, text)
	}
	for _, c := range i.copies {
		from := map[bool]string{true: made, false: filepath.Join("..", c[0])}[c[0] == "/kanyin"]
		if err := copyFile(from, filepath.Join(root, c[1])); err != nil {
			t.Fatal(err)
		}
	}
	_, in, _ := program(t)
	volume := filepath.Join(root, "lib")
	if err := os.CopyFS(filepath.Join(root, "in"), os.DirFS(in)); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(volume, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(volume, int(i.user), int(i.user)); err != nil {
		t.Fatal(err)
	}
	proc := filepath.Join(root, "proc") // every container has it
	if err := os.Mkdir(proc, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("proc", proc, "proc", syscall.MS_RDONLY, ""); err != nil {
		t.Skipf("SKIP: what a container has cannot be mounted here: %v", err)
	}
	defer syscall.Unmount(proc, syscall.MNT_DETACH)
	c := &exec.Cmd{Path: i.entrypoint, Args: []string{i.entrypoint, "library", "/in", "-o", "/lib/out"}, Dir: "/", Env: []string{},
		SysProcAttr: &syscall.SysProcAttr{Chroot: root, Credential: &syscall.Credential{Uid: i.user, Gid: i.user}}}
	if text, err := c.CombinedOutput(); err != nil || !strings.Contains(string(text), "6 made") {
		t.Fatalf("in the container: %v\n%s", err, text)
	}
	books, err := filepath.Glob(filepath.Join(volume, "out", "*", "*", "*", "*.epub"))
	if err != nil || len(books) != 6 {
		t.Errorf("%d e-books were made, want 6 (%v)", len(books), err)
	}
}

func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, info.Mode().Perm())
}
