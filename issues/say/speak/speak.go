// Package speak says messages of issues/say in the reader's language, through
// golang.org/x/text/message and a catalogue of translations that
// issues/say/gather keeps complete.
package speak

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"kanyin/issues/say"
)

// A Voice says messages in one language. The zero value speaks English.
type Voice struct{ chinese bool }

// The voices.
var (
	English = Voice{}
	Chinese = Voice{chinese: true}
)

// Tag gives the voice's language, for a page that is written in it.
func (v Voice) Tag() string {
	if v.chinese {
		return "zh-Hans"
	}
	return "en"
}

// Say says a message of its own: as say.Of, and said at once.
func (v Voice) Say(format string, args ...any) string {
	if false {
		_ = fmt.Sprintf(format, args...) // tells go vet to hold the verbs against the arguments
	}
	return v.Text(say.Of(format, args...))
}

// Print writes a message of its own.
func (v Voice) Print(w io.Writer, format string, args ...any) (int, error) {
	if false {
		_ = fmt.Sprintf(format, args...)
	}
	return io.WriteString(w, v.Text(say.Of(format, args...)))
}

// Text says a message. What the catalogue lacks is said in English.
func (v Voice) Text(t say.Text) string {
	format, args, ok := t.Format()
	if !v.chinese || !ok {
		return t.String()
	}
	return chinese().Sprintf(message.Key(format, bare(format)), v.spoken(args)...)
}

// spoken makes arguments ready to be printed: messages and errors are said, and
// everything else is printed as package fmt prints it. Numbers of lines, pages
// and bytes are no figures to be grouped by threes.
func (v Voice) spoken(args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		switch a := a.(type) {
		case say.Text:
			out[i] = v.Text(a)
		case error:
			out[i] = v.Error(a)
		case interface{ Text() say.Text }:
			out[i] = v.Text(a.Text())
		default:
			out[i] = asIs{a}
		}
	}
	return out
}

type asIs struct{ value any }

func (a asIs) Format(s fmt.State, verb rune) { fmt.Fprintf(s, fmt.FormatString(s, verb), a.value) }

// Error says an error. Of one that is not the project's the end is said that it
// wraps, such as "no such file or directory".
func (v Voice) Error(err error) string {
	if !v.chinese {
		return err.Error()
	}
	switch e := err.(type) {
	case *say.Error:
		return v.Text(e.Text())
	case interface{ Text() say.Text }:
		return v.Text(e.Text())
	case *fs.PathError: // what was tried with the file is told by what stands around it
		return e.Path + ": " + v.Error(e.Err)
	case *net.OpError:
		if e.Addr != nil {
			return e.Addr.String() + ": " + v.Error(e.Err)
		}
		return v.Error(e.Err)
	case *net.AddrError:
		return e.Addr + ": " + v.Text(say.Word(e.Err))
	case *os.SyscallError:
		return v.Error(e.Err)
	case interface{ Unwrap() []error }:
		if said, ok := v.joined(err, e.Unwrap()); ok {
			return said
		}
	}
	words := err.Error()
	if inner := errors.Unwrap(err); inner != nil {
		if before, ok := strings.CutSuffix(words, inner.Error()); ok {
			return before + v.Error(inner)
		}
	}
	return v.Text(say.Word(words))
}

// joined says the lines of errors.Join.
func (v Voice) joined(err error, list []error) (string, bool) {
	english, said := make([]string, len(list)), make([]string, len(list))
	for i, e := range list {
		english[i], said[i] = e.Error(), v.Error(e)
	}
	return strings.Join(said, "\n"), strings.Join(english, "\n") == err.Error()
}

// foreign are the ends of errors that the system gives.
//
//say:words
var _ = []string{
	"no such file or directory", "file does not exist", "permission denied", "is a directory", "not a directory", "file exists", "no space left on device",
	"address already in use", "operation not permitted", "read-only file system", "too many open files", "directory not empty", "file name too long",
	"unexpected EOF", "unexpected end of JSON input", "zip: not a valid zip file", "broken pipe", "executable file not found in $PATH",
	"interrupted", "context canceled", "invalid port", "missing port in address", "no such host", "input/output error", "invalid argument", "connection refused", "cannot assign requested address",
}

// bare writes %w as %v: package message does not know it.
func bare(format string) string { return strings.ReplaceAll(format, "%w", "%v") }

//go:embed chinese.toml
var chineseFile string

// chinese reads the catalogue when it is first wanted.
var chinese = sync.OnceValue(func() *message.Printer {
	var file struct {
		Message []struct{ En, Zh string }
	}
	if err := toml.Unmarshal([]byte(chineseFile), &file); err != nil {
		panic(fmt.Sprintf("chinese.toml: %v", err)) // a test reads it before anybody else does
	}
	list := catalog.NewBuilder(catalog.Fallback(language.English))
	for _, m := range file.Message {
		if m.Zh != "" {
			list.SetString(language.SimplifiedChinese, m.En, bare(m.Zh))
		}
	}
	return message.NewPrinter(language.SimplifiedChinese, message.Catalog(list))
})
