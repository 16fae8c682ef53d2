package archive_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha512"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"kanyin/builder"
	"kanyin/builder/archive"
	"kanyin/builder/internal/tools"
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func made() (*issue.Issue, archive.Builder) {
	iss := &issue.Issue{
		Source: issue.Source{File: "河口 2025.txt", SHA256: "00ff", Encoding: "utf-8", Lines: []string{"渡口", "", "林小河", "船到了,", "12", "人也到了。"}},
		Meta:   issue.Meta{Title: "河口", Year: 2025, Number: 3, Total: 87, ISSN: "9999-9994", Publisher: "河口杂志社", Language: "zh-Hans"},
		Articles: []issue.Article{{ID: "a01", Section: "散文", Title: "渡口", Authors: []string{"林小河"}, Page: 4, Blocks: []issue.Block{
			{Kind: issue.Title, Lines: []int{1}, Text: "渡口"},
			{Kind: issue.Byline, Lines: []int{3}, Text: "林小河"},
			{Kind: issue.Paragraph, Lines: []int{4, 6}, Text: "船到了，人也到了。\x0b<&>"},
		}}},
		Dropped: []issue.Block{{Kind: issue.PageNumber, Lines: []int{5}, Text: "12", Why: say.Verbatim("a number alone")}},
	}
	return iss, archive.Builder{
		Source:   []byte("渡口\n\n林小河\n船到了,\n12\n人也到了。\n"),
		Config:   []byte("[meta]\nnumber = 3\n"),
		Editions: []archive.Edition{{Made: builder.Made{Edition: "epub", Bytes: []byte("PK…")}, File: "河口-2025-3.epub"}},
		Licences: []builder.File{{Path: "OFL.txt", Data: []byte("SIL Open Font License")}},
		Version:  "0.0.0",
	}
}

func files(t *testing.T) map[string][]byte {
	t.Helper()
	iss, b := made()
	list, err := b.Files(iss)
	if err != nil {
		t.Fatal(err)
	}
	bag := map[string][]byte{}
	for _, f := range list {
		if bag[f.Path] != nil {
			t.Errorf("%s stands twice", f.Path)
		}
		bag[f.Path] = f.Data
	}
	return bag
}

func TestManifestsNameEveryFile(t *testing.T) {
	bag := files(t)
	listed := map[string]bool{"tagmanifest-sha512.txt": true}
	for _, name := range []string{"manifest-sha512.txt", "tagmanifest-sha512.txt"} {
		for _, row := range strings.Split(strings.TrimSpace(string(bag[name])), "\n") {
			sum, path, _ := strings.Cut(row, "  ")
			if want := fmt.Sprintf("%x", sha512.Sum512(bag[path])); sum != want {
				t.Errorf("%s: %s has checksum %.8s…, its content %.8s…", name, path, sum, want)
			}
			listed[path] = true
		}
	}
	payload, size := 0, 0
	for path, data := range bag {
		if !listed[path] {
			t.Errorf("%s stands in no manifest", path)
		}
		if strings.HasPrefix(path, "data/") {
			payload, size = payload+1, size+len(data)
		}
	}
	if want := fmt.Sprintf("Payload-Oxum: %d.%d\n", size, payload); !strings.Contains(string(bag["bag-info.txt"]), want) {
		t.Errorf("bag-info.txt lacks %q:\n%s", want, bag["bag-info.txt"])
	}
}

func TestTheLedgerHasARowForEveryLine(t *testing.T) {
	rows, err := csv.NewReader(bytes.NewReader(files(t)["data/ledger.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	iss, _ := made()
	n := 1 // the head
	for i, line := range iss.Source.Lines {
		if line == "" {
			continue
		}
		if row := rows[n]; row[0] != strconv.Itoa(i+1) || row[6] != line {
			t.Errorf("row %d is %q, want line %d %q", n, row, i+1, line)
		}
		n++
	}
	if n != len(rows) {
		t.Errorf("%d rows, want %d", len(rows), n)
	}
}

func TestMetadataIsWellFormed(t *testing.T) {
	bag := files(t)
	for _, name := range []string{"data/mets.xml", "data/premis.xml"} {
		d := xml.NewDecoder(bytes.NewReader(bag[name]))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
	for path := range bag {
		if name, ok := strings.CutPrefix(path, "data/"); ok && name != "mets.xml" && !strings.Contains(string(bag["data/mets.xml"]), strings.ReplaceAll(name, " ", "%20")) {
			t.Errorf("mets.xml does not name %s", name)
		}
	}
}

func TestTheZipIsTheSameTwice(t *testing.T) {
	var out [2]bytes.Buffer
	for i := range out {
		iss, b := made()
		if err := b.Build(&out[i], iss); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(out[0].Bytes(), out[1].Bytes()) {
		t.Error("two builds differ")
	}
	z, err := zip.NewReader(bytes.NewReader(out[0].Bytes()), int64(out[0].Len()))
	if err != nil {
		t.Fatal(err)
	}
	bag := files(t)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, bag[f.Name]) {
			t.Errorf("%s differs inside the zip (%v)", f.Name, err)
		}
	}
	if len(z.File) != len(bag) {
		t.Errorf("the zip holds %d files, want %d", len(z.File), len(bag))
	}
}

func TestChecksumsAgreeWithSha512sum(t *testing.T) {
	tool := tools.Program(t, "sha512sum")
	dir := bagFolder(t)
	for _, name := range []string{"manifest-sha512.txt", "tagmanifest-sha512.txt"} {
		cmd := exec.Command(tool, "--strict", "-c", name)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}
