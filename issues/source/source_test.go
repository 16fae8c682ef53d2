package source_test

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"kanyin/issues/source"
)

const (
	simplified  = "渡口的老人说，今年的水早了十天。\n集市上的人都来看船，孩子们在河边跑。\n“要过河的，请排好队。”船工喊道。\n"
	traditional = "渡口的老人說，今年的水早了十天。\n市集上的人都來看船，孩子們在河邊跑。\n「要過河的，請排好隊。」船工喊道。\n"
)

func encode(t *testing.T, e encoding.Encoding, s string) string {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func read(t *testing.T, s string) *source.File {
	t.Helper()
	f, err := source.Read("town.txt", strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestEncodings(t *testing.T) {
	le, be := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	ascii := strings.Repeat("The ferry leaves at nine.\n", 400)
	for _, c := range []struct{ what, bytes, name, text string }{
		{"utf-8", simplified, "utf-8", simplified},
		{"utf-8 with a mark", "\ufeff" + simplified, "utf-8", simplified},
		{"utf-8 with a NUL", simplified + "\x00", "utf-8", simplified + " "},
		{"utf-16le with a mark", "\xff\xfe" + encode(t, le, simplified), "utf-16le", simplified},
		{"utf-16be with a mark", "\xfe\xff" + encode(t, be, simplified), "utf-16be", simplified},
		{"utf-16le without", encode(t, le, simplified), "utf-16le", simplified},
		{"utf-16be without", encode(t, be, simplified), "utf-16be", simplified},
		{"utf-16le, one line", encode(t, le, "渡口的老人说，今年的水早了十天。"), "utf-16le", "渡口的老人说，今年的水早了十天。"},
		{"english utf-16le", encode(t, le, ascii), "utf-16le", ascii},
		{"gbk", encode(t, simplifiedchinese.GBK, simplified), "gb18030", simplified},
		{"gb18030, four bytes", encode(t, simplifiedchinese.GB18030, simplified+"㐂𠮷\n"), "gb18030", simplified + "㐂𠮷\n"},
		{"traditional in gb18030", encode(t, simplifiedchinese.GB18030, traditional), "gb18030", traditional},
		{"big5", encode(t, traditionalchinese.Big5, traditional), "big5", traditional},
		// The first kilobyte says nothing of what comes after it.
		{"gbk after much ascii", ascii + encode(t, simplifiedchinese.GBK, simplified), "gb18030", ascii + simplified},
		{"big5 after much ascii", ascii + encode(t, traditionalchinese.Big5, traditional), "big5", ascii + traditional},
	} {
		f := read(t, c.bytes)
		if f.Encoding != c.name {
			t.Errorf("%s: read as %s", c.what, f.Encoding)
		}
		if got := strings.Join(f.Lines, "\n") + "\n"; strings.TrimRight(got, "\n") != strings.TrimRight(c.text, "\n") {
			t.Errorf("%s: got %q", c.what, got)
		}
		if string(f.Bytes) != c.bytes {
			t.Errorf("%s: the bytes are not kept", c.what)
		}
	}
}

func TestLoneSurrogate(t *testing.T) {
	f := read(t, "\xff\xfe\x53\x6c\x00\xd8\x63\x6b\n\x00\x00\xdc")
	if want := []string{"汓\ufffd正", "\ufffd"}; !reflect.DeepEqual(f.Lines, want) {
		t.Errorf("got %q, want %q", f.Lines, want)
	}
}

// Half a character at the end is seen, and said.
func TestHalfACharacter(t *testing.T) {
	le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	f := read(t, "\xff\xfe"+encode(t, le, simplified)+"A")
	if last := f.Lines[len(f.Lines)-1]; last != "\ufffd" {
		t.Errorf("the last line is %q", last)
	}
	if len(f.Troubles) != 1 || f.Troubles[0].Code != "text-missing" || f.Troubles[0].Line != len(f.Lines) {
		t.Errorf("troubles: %v", f.Troubles)
	}
	if f := read(t, "\xff\xfe"+encode(t, le, simplified)); f.Troubles != nil {
		t.Errorf("troubles of a whole text: %v", f.Troubles)
	}
}

func TestUTF7(t *testing.T) {
	// 渡口，船到了。人也到了。
	const text = "+bSFT4/8MgjlSME6GMAI-\n+TrpOX1IwToYwAg-\n+bSFT4w-\n"
	_, err := source.Read("town.txt", strings.NewReader(text))
	if err == nil || err.Error() != "town.txt: it is UTF-7; save the text as UTF-8 (iconv -f UTF-7 -t UTF-8)" {
		t.Errorf("got %v", err)
	}
	for _, s := range []string{"a+bSFT4w- b\n", "The +Plus+ and +more+/+less- of C++11.\nx+yyyz-1\n", "+8613800138000 +8613800138001 +8613800138002 +8613800138003\n"} {
		read(t, s)
	}
}

func TestTheFolderIsNoPartOfTheName(t *testing.T) {
	f, err := source.Read(filepath.Join("issues", "spring", "town.txt"), strings.NewReader(simplified))
	if err != nil || f.Name != "town.txt" {
		t.Errorf("the name is %q, %v", f.Name, err)
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		in    string
		lines []string
		pages []int
	}{
		{"", nil, nil},
		{"\n", []string{""}, nil},
		{"东\n西", []string{"东", "西"}, nil},
		{"东\r\n\r\n西\r\n", []string{"东", "", "西"}, nil},
		{"东\r西\r", []string{"东", "西"}, nil},
		{"东\n\r西", []string{"东", "", "西"}, nil},
		{"东\u2028西\u2029南\u0085北", []string{"东", "西", "南", "北"}, nil},
		{"东\u2028西\n南\u0085北\v中", []string{"东 西", "南 北 中"}, nil},
		{"东\x00西\x1b南\ufeff北", []string{"东 西 南北"}, nil},
		{"\f东\n\f西\n南", []string{"东", "西", "南"}, []int{1, 2}},
		{"东\f\n西", []string{"东", "西"}, []int{2}},
		{"东\f西\n南", []string{"东 西", "南"}, []int{2}},
		{"东\f\n\f\f西", []string{"东", "西"}, []int{2}},
		{"东\n\f\n西", []string{"东", "", "西"}, []int{2}},
		{"东\f", []string{"东"}, nil},
		{"东\t西", []string{"东\t西"}, nil},
	} {
		f := read(t, c.in)
		if !reflect.DeepEqual(f.Lines, c.lines) || !reflect.DeepEqual(f.Pages, c.pages) {
			t.Errorf("%q: got %q %v, want %q %v", c.in, f.Lines, f.Pages, c.lines, c.pages)
		}
	}
}

func TestRefused(t *testing.T) {
	gbk := encode(t, simplifiedchinese.GBK, simplified)
	noise := make([]byte, 4096)
	for i := range noise {
		noise[i] = byte(i * i * 31 >> 3)
	}
	for _, c := range []struct{ what, bytes, say string }{
		{"damaged utf-8", simplified + "船\xff" + simplified, fmt.Sprintf("town.txt: byte %d (0xff) is no utf-8, and no other encoding fits (tried utf-8 to byte", len(simplified+"船"))},
		{"damaged gbk", gbk + "\xff\xff" + gbk, fmt.Sprintf("town.txt: byte %d (0xff) is no gb18030", len(gbk))},
		{"a PDF", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "town.txt: it is a PDF: this is no text"},
		{"a picture", "\x89PNG\r\n\x1a\n" + string(noise), "it is an image"},
		{"noise", string(noise), "control characters: this is no text"},
		{"zeros", strings.Repeat("\x00", 100), "control characters: this is no text"},
	} {
		_, err := source.Read("town.txt", strings.NewReader(c.bytes))
		if err == nil || !strings.Contains(err.Error(), c.say) {
			t.Errorf("%s: got %v, want …%s…", c.what, err, c.say)
		}
	}
}

func TestFailingReader(t *testing.T) {
	broken := errors.New("the disk is gone")
	_, err := source.Read("town.txt", iotest.ErrReader(broken))
	if !errors.Is(err, broken) || !strings.HasPrefix(err.Error(), "town.txt: ") {
		t.Errorf("got %v", err)
	}
}

func TestBlank(t *testing.T) {
	for in, want := range map[string]bool{"": true, "\n \n\u3000\t\n\f": true, "\n船\n": false} {
		if read(t, in).Blank() != want {
			t.Errorf("%q: Blank is not %v", in, want)
		}
	}
}

// FuzzRead holds what is promised for any bytes: an error or valid lines
// without line ends and control characters, the same every time.
func FuzzRead(f *testing.F) {
	for _, s := range []string{simplified, "\xff\xfe\x00\xd8", "a\r\fb\u2028c\x00", "\xb6\xc9\xbf\xda"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := source.Read("x", bytes.NewReader(data))
		if err != nil {
			return
		}
		for _, l := range a.Lines {
			if !utf8.ValidString(l) || strings.ContainsAny(l, "\r\n\f\v\x00\u2028\u2029") {
				t.Errorf("line %q", l)
			}
		}
		for i, p := range a.Pages {
			if p < 1 || p > len(a.Lines) || i > 0 && p <= a.Pages[i-1] {
				t.Errorf("pages %v of %d lines", a.Pages, len(a.Lines))
			}
		}
		if b, _ := source.Read("x", bytes.NewReader(data)); !reflect.DeepEqual(a, b) {
			t.Error("read differently the second time")
		}
	})
}
