package catalog_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kanyin/builder/library/catalog"
)

// The same records give the same catalog, newest first, in whatever order they come.
func TestRecordsAreOrdered(t *testing.T) {
	var records []*catalog.Record
	for _, place := range []string{"渡口/2020/01", "渡口/2021/02", "渡口/2020/12", "河口/2019/03"} {
		parts := strings.Split(place, "/")
		records = append(records, &catalog.Record{Title: parts[0], Place: place, Year: map[string]int{"2019": 2019, "2020": 2020, "2021": 2021}[parts[1]], Issued: parts[1] + "-" + parts[2] + "-01"})
	}
	for range 2 {
		var got []string
		for _, title := range catalog.New(records).Titles {
			for _, r := range title.Issues() {
				got = append(got, r.Place)
			}
		}
		if want := []string{"河口/2019/03", "渡口/2021/02", "渡口/2020/12", "渡口/2020/01"}; !slices.Equal(got, want) {
			t.Errorf("order %v, want %v", got, want)
		}
		slices.Reverse(records)
	}
}

func TestAMovedFolderIsNamed(t *testing.T) {
	root := t.TempDir()
	write := func(folder string, r *catalog.Record) {
		data, err := r.JSON()
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(root, filepath.FromSlash(folder))
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, catalog.RecordName), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("渡口/2020/01", &catalog.Record{Format: catalog.Format, Place: "渡口/2020/01"})
	if list, err := catalog.Load(root); err != nil || len(list) != 1 {
		t.Errorf("%d records, error %v", len(list), err)
	}
	write("渡口/2020/02", &catalog.Record{Format: catalog.Format, Place: "渡口/2020/01"})
	if _, err := catalog.Load(root); err == nil || !strings.Contains(err.Error(), "was moved or copied") {
		t.Errorf("a copied folder: error %v", err)
	}
}
