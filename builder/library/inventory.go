package library

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"

	"kanyin/builder/library/catalog"
)

// writeInventory writes one row for every file that a library gives away, as
// CSV for spreadsheets and as JSON for programs.
func writeInventory(_ *run, c *catalog.Catalog, put put) error {
	type row struct {
		*catalog.Record
		Articles int `json:"articles"`
	}
	rows := []row{}
	var b bytes.Buffer
	b.WriteString("\uFEFF") // spreadsheets take a file without it for one in the machine's own encoding
	w := csv.NewWriter(&b)
	w.Write([]string{"id", "title", "year", "number", "total", "issn", "cn", "issued", "source", "place", "articles", "edition", "file", "type", "bytes", "sha256"})
	for _, r := range c.Issues() {
		rows = append(rows, row{r, len(r.Articles)})
		for _, e := range r.Editions {
			w.Write([]string{r.ID, r.Title, number(r.Year), number(r.Number), number(r.Total), r.ISSN, r.CN, r.Issued, r.Source, r.Place,
				number(len(r.Articles)), e.Name, r.Place + "/" + e.File, e.Type, fmt.Sprint(e.Size), e.SHA256})
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return err
	}
	if err := put("inventory.csv", b.Bytes()); err != nil {
		return err
	}
	data, err := json.MarshalIndent(rows, "", " ")
	if err != nil {
		return err
	}
	return put(markName, append(data, '\n'))
}

// number leaves a cell empty where the issue says nothing.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}
