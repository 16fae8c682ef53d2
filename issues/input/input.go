package input

import (
	"io"

	"kanyin/issues/pages/pdf"
	"kanyin/issues/say"
	"kanyin/issues/source"
	"kanyin/issues/source/gutter"
)

// DefaultMaxSize is how large an input may be where nothing else was said:
// 256 MiB, ten times the largest scan of a thick issue with its word boxes, and
// little enough for the memory of any machine.
const DefaultMaxSize = 256 << 20

// Options are what the person who publishes may say of the input.
type Options struct {
	MaxSize int64 // of an input in bytes, packed and unpacked; 0 is DefaultMaxSize

	Pages pdf.Ranges // of a PDF: the sheets that are read; none means all
	Skip  []int      // of a PDF: sheets that are not, such as advertisements

	Columns int // of pages: how many columns of one width they have; 0 is not known

	near *nearby // what lies beside the file that is being read
}

func (o Options) maxSize() int64 {
	if o.MaxSize > 0 {
		return o.MaxSize
	}
	return DefaultMaxSize
}

// Read reads one input. The name is its path, as errors tell it.
func (o Options) Read(name string, r io.Reader) (*source.File, error) {
	data, err := o.readAll(r)
	if err == nil {
		var f *source.File
		if f, err = o.file(name, data); err == nil {
			return f, nil
		}
	}
	return nil, say.Errorf("%s: %w", name, err)
}

// readAll reads up to the limit.
func (o Options) readAll(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, o.maxSize()+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > o.maxSize() {
		return nil, o.tooLarge()
	}
	return data, nil
}

// errTooLarge is told of what exceeds the limit.
var errTooLarge = say.Errorf("it is larger")

func (o Options) tooLarge() error {
	return say.Errorf("%w than %d MiB; split it, or allow more with --max-size", errTooLarge, o.maxSize()>>20)
}

// file reads one file that is in memory.
func (o Options) file(name string, data []byte) (*source.File, error) {
	kind := kindOf(data)
	if kind != Text {
		return o.parse(kind, name, data)
	}
	text, encoding, err := source.Decode(data)
	if err != nil {
		return nil, err
	}
	if kind = textKind(name, text); kind == Text {
		return sideBySide(source.Of(name, text, encoding, data)), nil
	}
	if _, ok := formats[kind]; ok {
		return o.recognised(kind, name, text, data)
	}
	if kind == HTML || kind == Markdown {
		return o.marked(kind, name, text, data)
	}
	return nil, refusal(kind)
}

// sideBySide takes a text apart whose columns stand side by side. Its lines are
// not those of the file any more, and are not called so.
func sideBySide(f *source.File) *source.File {
	lines, pages, ok := gutter.Split(f.Lines, f.Pages)
	if !ok {
		return f
	}
	f.Lines, f.Pages, f.Encoding = lines, pages, "columns side by side in "+f.Encoding
	f.Troubles = append(f.Troubles, source.Trouble{Code: "columns-split", Line: 1,
		Message: say.Of("columns stood side by side on one line, as pdftotext -layout writes them, and were read one below the other; the PDF itself tells their order better")})
	return f
}

// parse hands the bytes to the reader of their kind. What has none is refused.
func (o Options) parse(kind Kind, name string, data []byte) (*source.File, error) {
	switch kind {
	case PDF:
		return o.pdf(name, data)
	case DOCX, ODT:
		return o.packed(kind, name, data)
	case Zip:
		return o.zipped(name, data)
	}
	return nil, refusal(kind)
}

// refusal says what a file is and what to do with it.
func refusal(kind Kind) error {
	switch kind {
	case OldWord:
		return say.Errorf("it is an old Word file (.doc); open it and save it as .docx")
	case RTF:
		return say.Errorf("it is an RTF file; open it and save it as .docx")
	case EPUB:
		return say.Errorf("it is an EPUB, which is an edition already; give its manuscript, or the folder of XHTML files that it holds")
	case Zip:
		return say.Errorf("it is a zip of files that are no issue; unpack it and give the folder")
	case XML:
		return say.Errorf("it is XML of a kind that is not known; save it as HTML, .docx or plain text")
	}
	return say.Errorf("it is %s, which is not read; save it as plain text", say.Word(kind))
}
