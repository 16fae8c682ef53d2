package designs

import (
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"kanyin/issues/say"
	"kanyin/layout"
)

// remark is the column that a key's comment begins in: most values end before it.
const remark = 34

// Show writes a design out as a file with every key and what it does, for a
// designer to begin with. Read gives the same design again.
func Show(d layout.Design) string {
	d = d.Filled()
	var b strings.Builder
	table := ""
	for _, k := range Keys() {
		head, rest, deeper := strings.Cut(k.Name, ".")
		if !deeper {
			rest, head = head, ""
		}
		if head != table {
			table = head
			fmt.Fprintf(&b, "\n[%s]\n", table)
		}
		value := text(value(reflect.ValueOf(d), k.Name))
		if k.Name == "paper.trim" && d.Paper.Trim == "" {
			continue
		}
		line := rest + " = " + value
		says := k.Says
		if !k.Unit.IsZero() {
			says = say.Of("%s: %s", k.Unit, says)
		}
		if len(k.Only) > 0 {
			says = say.Of("%s; %s", says, k.Takes)
		}
		pad := max(1, remark-utf8.RuneCountInString(line))
		fmt.Fprintf(&b, "%s%s# %s\n", line, strings.Repeat(" ", pad), says)
	}
	return b.String()
}

// value is what a design has under a key.
func value(v reflect.Value, name string) reflect.Value {
	head, rest, deeper := strings.Cut(name, ".")
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("toml") != head {
			continue
		}
		if deeper {
			return value(v.Field(i), rest)
		}
		return v.Field(i)
	}
	panic(fmt.Sprintf("a design has no key %s", name)) // a test looks them all up
}

// text is a value as TOML has it.
func text(v reflect.Value) string {
	switch v.Kind() {
	case reflect.String:
		return fmt.Sprintf("%q", v.String())
	case reflect.Slice:
		var parts []string
		for i := range v.Len() {
			parts = append(parts, text(v.Index(i)))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return fmt.Sprint(v.Interface())
}

// Value is what a design has under a key, as a file writes it; "" where it has
// nothing.
func Value(d layout.Design, key string) string {
	v := value(reflect.ValueOf(d), key)
	if v.IsZero() && v.Kind() == reflect.String {
		return ""
	}
	return text(v)
}
