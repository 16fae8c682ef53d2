package desk

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"kanyin/builder"
	"kanyin/builder/press"
	"kanyin/issues/correct"
	"kanyin/issues/say"
	"kanyin/issues/source"
)

// A Desk is an issue being corrected.
type Desk struct {
	press *press.Press

	mu      sync.Mutex
	in      press.Input
	file    *source.File
	book    *correct.Book
	kept    []byte // corrections.toml as it was read or written last; nil for none
	job     press.Job
	undo    []correct.Change
	redo    []correct.Change
	reading int              // counts the readings, so that what was made of one is not taken for another's
	made    pages            // of the issue as it is; none until they are asked for
	editor  string           // who corrects, where that was said
	leaves  *press.Facsimile // the pictures of the source's pages

	making sync.Mutex // held while pages are made
}

// Open reads the issue and its corrections.
func Open(p *press.Press, in press.Input, editor string) (*Desk, error) {
	name, f, err := in.File()
	if err != nil {
		return nil, err
	}
	in.Name = name
	d := &Desk{press: p, in: in, file: f, editor: editor, leaves: in.Facsimile(f)}
	return d, d.load(in.CorrectionsTOML)
}

// Name is the issue's, as the page's title has it; of an issue that does not say
// what it is called, its file's.
func (d *Desk) Name() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.name()
}

func (d *Desk) name() string {
	if name := d.job.Issue.Meta.Name(); name != "" {
		return name
	}
	return filepath.Base(d.job.Issue.Source.File)
}

// load takes corrections and reads the issue with them.
func (d *Desk) load(data []byte) error {
	book, err := correct.Parse(d.in.CorrectionsPath, data)
	if err != nil {
		return err
	}
	return d.read(book, data)
}

// read reads the issue anew. Where that fails, all stays as it is.
func (d *Desk) read(book *correct.Book, kept []byte) error {
	in := d.in
	in.Corrections, in.CorrectionsTOML = book.Corrections(), kept
	j, err := press.ReadFile(in, d.file)
	if err != nil {
		return err
	}
	d.in, d.job, d.book, d.kept, d.made = in, j, book, kept, pages{}
	d.reading++
	return nil
}

// refresh reads the corrections again if somebody else changed them.
func (d *Desk) refresh() error {
	data, err := os.ReadFile(d.in.CorrectionsPath)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if bytes.Equal(data, d.kept) {
		return nil
	}
	return d.load(data)
}

// version names the corrections as they stand.
func (d *Desk) version() string {
	sum := sha256.Sum256(d.kept)
	return hex.EncodeToString(sum[:8])
}

// errStale says that the page shows what is no longer so.
var errStale = say.Errorf("the corrections were changed elsewhere; here is how they stand now")

// step makes a step of the book: it is written before the next can be taken.
func (d *Desk) step(version string, change func(*correct.Book) (correct.Change, error)) (correct.Change, error) {
	if err := d.refresh(); err != nil {
		return correct.Change{}, err
	}
	if version != d.version() {
		return correct.Change{}, errStale
	}
	book, err := correct.Parse(d.in.CorrectionsPath, d.kept)
	if err != nil {
		return correct.Change{}, err
	}
	done, err := change(book)
	if err != nil || done.Empty() {
		return done, err
	}
	was, now := d.kept, book.Bytes()
	if err := d.read(book, now); err != nil {
		return correct.Change{}, err
	}
	if err := d.in.Keep(was, now); err != nil {
		back, _ := correct.Parse(d.in.CorrectionsPath, was)
		_ = d.read(back, was)
		if errors.Is(err, press.ErrChanged) {
			return correct.Change{}, errors.Join(errStale, d.refresh())
		}
		return correct.Change{}, err
	}
	return done, nil
}

// Say adds corrections, each a sentence as "kanyin correct" takes it.
func (d *Desk) Say(version string, sentences []string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.take(version, func(b *correct.Book) (correct.Change, error) {
		var list []correct.Correction
		fit, _ := correct.Fit(b.Corrections(), d.file)
		for _, s := range sentences {
			c, err := fit.Sentence(s)
			if err != nil {
				return correct.Change{}, err
			}
			c.Editor = d.editor
			list = append(list, c)
		}
		return b.Say(list...)
	})
}

// Reword makes a line say something else.
func (d *Desk) Reword(version string, line int, text string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if line < 1 || line > len(d.file.Lines) || strings.TrimSpace(d.file.Lines[line-1]) == "" {
		return say.Errorf("there is no text on line %d", line)
	}
	if strings.TrimSpace(text) == "" {
		return say.Errorf("a line is not emptied: say that it is dropped")
	}
	return d.take(version, func(b *correct.Book) (correct.Change, error) {
		return b.Reword(d.file.Lines, line, strings.ReplaceAll(text, "\n", " "), d.editor), nil
	})
}

// Cut ends a block inside a line, behind so many of its characters.
func (d *Desk) Cut(version string, line, runes int) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.take(version, func(b *correct.Book) (correct.Change, error) {
		if line < 1 || line > len(d.file.Lines) {
			return correct.Change{}, say.Errorf("there is no text on line %d", line)
		}
		c, ok := correct.Cut(d.file.Lines, line, runes)
		if !ok {
			return correct.Change{}, say.Errorf("line %d cannot be cut there: something has to stand on both sides", line)
		}
		c.Editor = d.editor
		return b.Say(c)
	})
}

// Close gives back what the desk holds besides memory.
func (d *Desk) Close() { d.leaves.Close() }

// Withdraw takes correction i out.
func (d *Desk) Withdraw(version string, i int) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.take(version, func(b *correct.Book) (correct.Change, error) { return b.Withdraw(i), nil })
}

// take makes a step that can be undone.
func (d *Desk) take(version string, change func(*correct.Book) (correct.Change, error)) error {
	done, err := d.step(version, change)
	if err == nil && !done.Empty() {
		d.undo, d.redo = append(d.undo, done), nil
	}
	return err
}

// Undo takes the last step back, if there is one; Redo takes it again.
func (d *Desk) Undo(version string) error {
	return d.turn(version, &d.undo, &d.redo, (*correct.Book).Undo)
}

// Redo takes the step again that was undone last.
func (d *Desk) Redo(version string) error {
	return d.turn(version, &d.redo, &d.undo, (*correct.Book).Redo)
}

func (d *Desk) turn(version string, from, to *[]correct.Change, how func(*correct.Book, correct.Change)) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(*from) == 0 {
		return nil
	}
	last := (*from)[len(*from)-1]
	_, err := d.step(version, func(b *correct.Book) (correct.Change, error) {
		how(b, last)
		return last, nil
	})
	if err == nil {
		*from, *to = (*from)[:len(*from)-1], append(*to, last)
	}
	return err
}

// largestPicture is what a picture may weigh: a page of a magazine at 600 dpi.
const largestPicture = 64 << 20

// pictureEndings are those of pictures that editions can show, by how such files
// begin.
var pictureEndings = []struct{ begins, ending string }{{"\xFF\xD8\xFF", ".jpg"}, {"\x89PNG\r\n\x1a\n", ".png"}}

// Picture keeps a picture in the issue's folder and gives it to the caption on
// that line.
func (d *Desk) Picture(version string, line int, name string, data io.Reader) error {
	bytes, err := io.ReadAll(io.LimitReader(data, largestPicture+1))
	if err != nil {
		return err
	}
	if len(bytes) > largestPicture {
		return say.Errorf("the picture is larger than %d MiB", largestPicture>>20)
	}
	ending := ""
	for _, p := range pictureEndings {
		if strings.HasPrefix(string(bytes), p.begins) {
			ending = p.ending
		}
	}
	if ending == "" {
		return say.Errorf("%s is no JPEG and no PNG", filepath.Base(name))
	}
	file := pictureName(name, ending)
	path := filepath.Join(d.in.Folder, file)
	if old, err := os.ReadFile(path); err == nil && string(old) != string(bytes) {
		sum := sha256.Sum256(bytes)
		file = strings.TrimSuffix(file, ending) + "-" + hex.EncodeToString(sum[:4]) + ending
		path = filepath.Join(d.in.Folder, file)
	}
	if err := builder.WriteFile(path, builder.Made{Edition: file, Bytes: bytes}, nil); err != nil {
		return err
	}
	return d.Say(version, []string{fmt.Sprintf("%d picture %s", line, file)})
}

// pictureName makes a name of the picture's own that leads nowhere else.
func pictureName(name, ending string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = press.CleanName(strings.TrimSuffix(name, filepath.Ext(name)))
	return name + ending
}

// PictureOf gives a picture of the issue, or one that a caption was given; no
// other file is shown.
func (d *Desk) PictureOf(name string) (string, []byte, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if p, ok := d.job.Issue.Picture(name); ok {
		return name, p.Bytes, nil
	}
	for _, c := range d.book.Corrections() {
		if c.Picture == name {
			data, err := os.ReadFile(filepath.Join(d.in.Folder, filepath.FromSlash(name)))
			return name, data, err
		}
	}
	return "", nil, os.ErrNotExist
}
