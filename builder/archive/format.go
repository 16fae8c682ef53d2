package archive

import (
	"bytes"
	"path"

	"kanyin/builder"
)

// A premisFormat says what a file is: by its media type, by the version of the
// format where that has several, and by its key in PRONOM, the register of
// formats of the UK's National Archives, which tells an archivist in decades
// what can still read it.
type premisFormat struct {
	Name     string          `xml:"premis:formatDesignation>premis:formatName"`
	Version  string          `xml:"premis:formatDesignation>premis:formatVersion,omitempty"`
	Registry *premisRegistry `xml:"premis:formatRegistry"`
}

type premisRegistry struct {
	Name string `xml:"premis:formatRegistryName"`
	Key  string `xml:"premis:formatRegistryKey"`
	Role string `xml:"premis:formatRegistryRole"`
}

// formatOf tells a file's format. What PRONOM tells apart by more than a file
// of ours shows, such as the versions of PNG, has no key.
func formatOf(f builder.File) premisFormat {
	version, key := "", ""
	switch path.Ext(f.Path) {
	case ".epub":
		version, key = "3.3", "fmt/483"
	case ".pdf":
		version, key = pdfFormat(f.Data)
	case ".json":
		key = "fmt/817"
	case ".xml":
		version, key = "1.0", "fmt/101"
	case ".csv":
		key = "x-fmt/18"
	case ".txt", ".toml":
		key = "x-fmt/111"
	case ".zip":
		key = "x-fmt/263"
	}
	format := premisFormat{Name: mediaType(f.Path), Version: version}
	if key != "" {
		format.Registry = &premisRegistry{"PRONOM", key, "specification"}
	}
	return format
}

// pdfFormat tells a PDF edition by what its metadata claim.
func pdfFormat(data []byte) (version, key string) {
	for _, f := range []struct{ claim, version, key string }{
		{"PDF/X-4", "PDF/X-4", "fmt/488"},
		{"PDF/X-1a:2003", "PDF/X-1a:2003", "fmt/146"},
		{"<pdfaid:part>2</pdfaid:part>", "PDF/A-2a", "fmt/476"},
	} {
		if bytes.Contains(data, []byte(f.claim)) {
			return f.version, f.key
		}
	}
	return "", ""
}
