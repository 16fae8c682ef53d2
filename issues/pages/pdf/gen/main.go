// Command gen shows the pages of PDFs as JSON, for fixtures and for looking at
// what a PDF says of itself.
//
//	go run ./issues/pages/pdf/gen [-pages 3-5] [-pictures] [-compact] FILE.pdf…
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"kanyin/issues/pages/pdf"
)

func main() {
	which := flag.String("pages", "", "the pages to show, such as 3-5,8; all where empty")
	pictures := flag.Bool("pictures", false, "show the bytes of pictures as well")
	compact := flag.Bool("compact", false, "on one line")
	flag.Parse()
	if err := dump(flag.Args(), *which, *pictures, *compact); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func dump(files []string, which string, pictures, compact bool) error {
	var o pdf.Options
	var err error
	if o.Pages, err = pdf.ParseRanges(which); err != nil {
		return err
	}
	if dir, err := os.UserCacheDir(); err == nil {
		o.Cache = filepath.Join(dir, "kanyin")
	}
	out := json.NewEncoder(os.Stdout)
	if !compact {
		out.SetIndent("", " ")
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		doc, err := pdf.Read(data, o)
		if err != nil {
			return fmt.Errorf("%s: %w", f, err)
		}
		for i := range doc.Pages {
			for j := range doc.Pages[i].Pictures {
				if !pictures {
					doc.Pages[i].Pictures[j].Bytes = nil
				}
			}
		}
		if err := out.Encode(doc); err != nil {
			return err
		}
	}
	return nil
}
