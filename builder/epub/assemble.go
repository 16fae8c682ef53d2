package epub

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"path/filepath"
	"sync"

	goepub "github.com/go-shiori/go-epub"

	"kanyin/issues/say"
)

//go:embed style.css
var styleSheet string

const styleName = "kanyin.css"

// held keeps a document's place until it is dressed.
const held = "<p></p>"

// memory guards go-epub's files: it keeps those of all books in one map, for
// the milliseconds that it takes to pack one.
var memory sync.Mutex

// Files of its own on a disk would want a folder for them, which a container
// has not, and a killed run would leave them behind. Where paths have other
// separators go-epub's memory loses its way; there they lie on the disk.
func init() {
	if filepath.Separator == '/' {
		goepub.Use(goepub.MemoryFS) // it fails for kinds that are none
	}
}

// assemble has go-epub make the container of the documents and the style sheet.
// What stands in the documents joins later, in finish, which dresses them: it
// need not be packed and unpacked before. So do images and fonts: go-epub
// fetches media by address or path, and these have neither.
func assemble(bk *book) ([]byte, error) {
	e, err := goepub.NewEpub(bk.meta.Title)
	if err != nil {
		return nil, err
	}
	e.SetIdentifier(bk.meta.Identifier)
	e.SetLang(bk.meta.Language)
	css, err := e.AddCSS("data:text/css;base64,"+base64.StdEncoding.EncodeToString([]byte(bk.css)), styleName)
	if err != nil {
		return nil, say.Errorf("style sheet: %w", err)
	}
	for _, d := range bk.documents {
		if _, err := e.AddSection(held, d.title, d.name, css); err != nil {
			return nil, say.Errorf("%s: %w", d.name, err)
		}
	}
	memory.Lock()
	defer memory.Unlock()
	var buf bytes.Buffer
	if _, err := e.WriteTo(&buf); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}
