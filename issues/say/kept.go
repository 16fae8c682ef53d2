package say

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Kept is a message that JSON keeps whole: its format apart from what stands in
// it, so that whoever reads it again says it in the language of who asks then.
type Kept struct{ Text }

// written is how a message is kept. Words that came from elsewhere have no Says.
type written struct {
	Says  string `json:"says,omitempty"`
	With  []part `json:"with,omitempty"`
	Words string `json:"words,omitempty"`
}

// A part is one argument: words, a number or another message.
type part struct {
	Words  *string      `json:"words,omitempty"`
	Number *json.Number `json:"number,omitempty"`
	Says   *written     `json:"says,omitempty"`
}

// MarshalJSON writes format and arguments; what they cannot say again in the same
// English is kept as that English.
func (k Kept) MarshalJSON() ([]byte, error) { return json.Marshal(write(k.Text)) }

// UnmarshalJSON reads a message as it was kept.
func (k *Kept) UnmarshalJSON(data []byte) error {
	var w written
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	k.Text = w.text()
	return nil
}

func write(t Text) written {
	if t.said {
		return written{Words: t.format}
	}
	w := written{Says: t.format}
	for _, a := range t.args {
		w.With = append(w.With, writePart(a))
	}
	if w.text().String() != t.String() {
		return written{Words: t.String()}
	}
	return w
}

func writePart(a any) part {
	switch a := a.(type) {
	case Text:
		w := write(a)
		return part{Says: &w}
	case interface{ Text() Text }:
		w := write(a.Text())
		return part{Says: &w}
	}
	switch v := reflect.ValueOf(a); v.Kind() {
	case reflect.Int, reflect.Int64, reflect.Int32, reflect.Int16, reflect.Int8, reflect.Uint, reflect.Uint64, reflect.Uint32, reflect.Uint16, reflect.Uint8:
		n := json.Number(fmt.Sprintf("%d", a))
		return part{Number: &n}
	case reflect.Float64, reflect.Float32:
		n := json.Number(strconv.FormatFloat(v.Float(), 'e', -1, 64))
		return part{Number: &n}
	}
	words := fmt.Sprint(a)
	return part{Words: &words}
}

func (w written) text() Text {
	if w.Says == "" {
		return Verbatim(w.Words)
	}
	t := Text{format: w.Says}
	for _, p := range w.With {
		t.args = append(t.args, p.value())
	}
	return t
}

func (p part) value() any {
	switch {
	case p.Says != nil:
		return p.Says.text()
	case p.Words != nil:
		return *p.Words
	case p.Number == nil:
		return ""
	case strings.Contains(p.Number.String(), "e"):
		f, _ := p.Number.Float64()
		return f
	}
	n, _ := p.Number.Int64()
	return n
}
