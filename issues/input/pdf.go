package input

import (
	"os"
	"path/filepath"

	"kanyin/issues/pages/flow"
	"kanyin/issues/pages/pdf"
	"kanyin/issues/source"
)

// pdf reads the pages of a PDF and puts their lines in order.
func (o Options) pdf(name string, data []byte) (*source.File, error) {
	doc, err := pdf.Read(name, data, pdf.Options{Cache: cacheFolder()})
	if err != nil {
		return nil, err
	}
	f := flow.File(name, data, doc.Pages)
	f.Encoding = "pdf"
	for _, n := range doc.Notes {
		f.Troubles = append(f.Troubles, source.Trouble{Code: n.Code, Message: n.Text})
	}
	return f, nil
}

// cacheFolder is where the compiled PDF reader is kept; "" where there is none.
func cacheFolder() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "kanyin")
}
