package press_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/builder/press"
	"kanyin/builder/verify"
	"kanyin/issues/issue"
	"kanyin/issues/sample"
)

// photograph is the drawing as a JPEG, which editions take as it is.
func photograph(t *testing.T) []byte {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(drawing(t)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func drawing(t *testing.T) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 640, 400))
	for y := range 400 {
		for x := range 640 {
			img.SetRGBA(x, y, color.RGBA{uint8(x / 3), uint8(y / 2), 120, 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// folder writes files into a new folder and opens it.
func folder(t *testing.T, files map[string][]byte) (press.Input, error) {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return press.Open(dir)
}

// published makes all editions and gives what verify says of the archive.
func published(t *testing.T, in press.Input) (press.Job, string) {
	t.Helper()
	p := newPress(t)
	j, err := press.Read(in)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := p.Publish(press.Wishes{Dir: dir, Editions: []string{"epub", "screen", "print", "archive"}, Form: "folder"}, j, nil); err != nil {
		t.Fatal(err)
	}
	return j, filepath.Join(dir, j.Name)
}

const pictureTOML = "[[picture]]\nfile = \"桥.png\"\ncaption = \"清晨六点\"\nalt = \"江上的浮桥\"\n"

// A picture that the settings name stands in every edition, the archive has it
// as it came, and makes the editions again from it.
func TestPicturesOfTheSettings(t *testing.T) {
	art := drawing(t)
	in, err := folder(t, map[string][]byte{"六月.txt": sample.Text(), "桥.png": art, press.ConfigName: []byte(pictureTOML)})
	if err != nil {
		t.Fatal(err)
	}
	j, path := published(t, in)
	if len(j.Issue.Pictures) != 1 || j.Issue.Pictures[0].Alt != "江上的浮桥" {
		t.Fatalf("pictures %+v", j.Issue.Pictures)
	}
	name := j.Issue.Pictures[0].Name
	before := ""
	for _, a := range j.Issue.Articles {
		for i, b := range a.Blocks {
			if b.Kind == issue.Figure {
				before = a.Blocks[i+1].Text
			}
		}
	}
	if !strings.HasPrefix(before, "清晨六点") {
		t.Errorf("the picture stands before %q", before)
	}
	for file, want := range map[string][]byte{"data/pictures/" + name: art, "data/source/pictures/桥.png": art} {
		if got, err := os.ReadFile(filepath.Join(path+".archive", filepath.FromSlash(file))); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not the picture as it came: %v", file, err)
		}
	}
	premis, err := os.ReadFile(filepath.Join(path+".archive", "data", "premis.xml"))
	if err != nil || !strings.Contains(string(premis), j.Issue.Pictures[0].SHA256) {
		t.Errorf("PREMIS does not know the picture: %v", err)
	}
	verified(t, path+".archive")
}

// verified holds an archive against all that can be judged, its rebuilding with it.
func verified(t *testing.T, path string) {
	t.Helper()
	r, err := verify.File(path, verify.Options{Rebuild: newPress(t).Rebuild, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range r.Results {
		if x.Failed() {
			t.Errorf("%s: %s: %s", x.Code, x.Title, x.Text)
		}
	}
}

func TestPicturesThatCannotBeTaken(t *testing.T) {
	for want, files := range map[string]map[string][]byte{
		"no file":                   {press.ConfigName: []byte("[[picture]]\ncaption = \"桥\"\n")},
		"which caption":             {press.ConfigName: []byte("[[picture]]\nfile = \"桥.png\"\n")},
		"the file is not there":     {press.ConfigName: []byte(pictureTOML)},
		"neither JPEG nor PNG":      {press.ConfigName: []byte(pictureTOML), "桥.png": []byte("GIF89a")},
		"nothing in the issue does": {press.ConfigName: []byte(strings.Replace(pictureTOML, "清晨六点", "没有这句话", 1)), "桥.png": drawing(t)},
		"no range of pages":         {press.ConfigName: []byte("[input]\npages = \"9-3\"\n")},
	} {
		files["六月.txt"] = sample.Text()
		in, err := folder(t, files)
		if err == nil {
			_, err = press.Read(in)
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want one that says %q", err, want)
		}
	}
}

// Pages that kanyin made are an issue again, with the picture on them; the bag
// holds the PDF as it came and rebuilds from it.
func TestAPDFIsAnIssue(t *testing.T) {
	in, err := folder(t, map[string][]byte{"六月.txt": sample.Text(), "桥.jpg": photograph(t), press.ConfigName: []byte(strings.Replace(pictureTOML, "桥.png", "桥.jpg", 1))})
	if err != nil {
		t.Fatal(err)
	}
	_, first := published(t, in)
	data, err := os.ReadFile(first + ".screen.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if in, err = folder(t, map[string][]byte{"pages.pdf": data}); err != nil {
		t.Fatal(err)
	}
	j, second := published(t, in)
	if len(j.Issue.Pictures) != 1 || j.Issue.Pictures[0].Width != 640 || j.Issue.Pictures[0].Page == 0 || j.Issue.Pictures[0].Alt != "江上的浮桥" {
		t.Errorf("pictures %+v", j.Issue.Pictures)
	}
	if len(j.Facts) == 0 || j.Facts[0].Page != 1 {
		t.Error("the lines have no facts")
	}
	if got, err := os.ReadFile(filepath.Join(second+".archive", "data", "source", "pages.pdf")); err != nil || !bytes.Equal(got, data) {
		t.Errorf("the bag has not the PDF as it came: %v", err)
	}
	if j.Issue.Pictures[0].MIME != "image/jpeg" || !bytes.Equal(j.Issue.Pictures[0].Bytes, photograph(t)) {
		t.Error("the photograph is not as it came")
	}
	verified(t, second+".archive")
}
