// Command oracle assembles houses whose lines are labelled, to see what assembly
// and order alone lose. For every folder it reads the dumps with labels/NAME.tsv
// beside them (kind, article, block of each line), and labels/lines.tsv, the
// lines of the pages in the order of reading, and writes OUT/FOLDER.NAME.json.
//
//	go run ./issues/internal/oracle OUT FOLDER…
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"kanyin/issues/internal/labelled"
	"kanyin/issues/reconstruct/assemble"
	"kanyin/issues/reconstruct/rows"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 3 {
		log.Fatal("oracle: give the folder to write to and the folders to read")
	}
	for _, dir := range os.Args[2:] {
		tables, err := filepath.Glob(filepath.Join(dir, "labels", "*.tsv"))
		if err != nil {
			log.Fatal(err)
		}
		for _, table := range tables {
			name := strings.TrimSuffix(filepath.Base(table), ".tsv")
			f, ls, err := labelled.Read(dir, name)
			if err != nil {
				log.Fatal(err)
			}
			iss := assemble.Issue(f, rows.Of(f), ls)
			if err := iss.Ledger(); err != nil {
				log.Fatalf("%s/%s: %v", dir, name, err)
			}
			data, err := json.Marshal(iss)
			if err != nil {
				log.Fatal(err)
			}
			out := filepath.Join(os.Args[1], fmt.Sprintf("%s.%s.json", filepath.Base(dir), name))
			if err := os.WriteFile(out, data, 0o644); err != nil {
				log.Fatal(err)
			}
		}
	}
}
