package correct

import "strings"

// A Change is what a step did to a book, so that it can be undone: also when
// somebody else has changed the book since.
type Change struct{ added, removed []entry }

// Say adds the corrections as one step. The book is as it was where one of them
// is none.
func (b *Book) Say(list ...Correction) (Change, error) {
	var done Change
	for _, c := range list {
		if err := c.validate(); err != nil {
			b.Undo(done)
			return Change{}, err
		}
		var replaced []entry
		for i := range b.entries {
			if replaces(&c, &b.entries[i].Correction) {
				replaced = append(replaced, b.entries[i])
				break
			}
		}
		if err := b.Add(c); err != nil {
			b.Undo(done)
			return Change{}, err
		}
		done.added = append(done.added, entry{c, ""})
		done.removed = append(done.removed, replaced...)
	}
	return done, nil
}

// Withdraw takes correction i out as one step.
func (b *Book) Withdraw(i int) Change {
	if i < 0 || i >= len(b.entries) {
		return Change{}
	}
	e := b.entries[i]
	b.Remove(i)
	return Change{removed: []entry{e}}
}

// Undo takes a step back: what it added goes, what it took out comes again, with
// its comments.
func (b *Book) Undo(c Change) { b.turn(c.added, c.removed) }

// Redo takes the step again.
func (b *Book) Redo(c Change) { b.turn(c.removed, c.added) }

func (b *Book) turn(out, in []entry) {
	for _, gone := range out {
		for i := range b.entries {
			if b.entries[i].format() == gone.format() {
				b.Remove(i)
				break
			}
		}
	}
	for _, e := range in {
		if b.Add(e.Correction) != nil {
			continue
		}
		for i := range b.entries {
			if b.entries[i].format() == e.format() {
				b.entries[i].written = e.written
			}
		}
	}
}

// Mend gives the correction that makes a line say something else: the part that
// differs, with so much around it that it stands in the line once.
func Mend(lines []string, n int, text string) (Correction, bool) {
	line := strings.TrimRight(lines[n-1], " \t\r")
	if strings.TrimSpace(line) == strings.TrimSpace(text) || strings.TrimSpace(text) == "" {
		return Correction{}, false
	}
	x, y := []rune(line), []rune(text)
	head, tail := 0, 0
	for head < len(x) && head < len(y) && x[head] == y[head] {
		head++
	}
	for tail < len(x)-head && tail < len(y)-head && x[len(x)-1-tail] == y[len(y)-1-tail] {
		tail++
	}
	for head > 0 || tail > 0 {
		if old := string(x[head : len(x)-tail]); old != "" && strings.Count(line, old) == 1 {
			break
		}
		head, tail = max(0, head-1), max(0, tail-1)
	}
	old, new := string(x[head:len(x)-tail]), string(y[head:len(y)-tail])
	c := Correction{Line: PlaceOf(lines, n), Old: &old, New: &new}
	c.Beside = newText(lines).beside(c.Line)
	return c, old != ""
}

// Reword makes line n of the text say what is given, as one step: it takes the
// place of all that was said of the line's words before. Words as they came take
// out what was said.
func (b *Book) Reword(lines []string, n int, text, editor string) Change {
	var done Change
	for i := len(b.entries) - 1; i >= 0; i-- {
		e := &b.entries[i]
		if e.Old != nil && e.Line == PlaceOf(lines, n) {
			done.removed = append(done.removed, *e)
			b.Remove(i)
		}
	}
	c, ok := Mend(lines, n, text)
	c.Editor = editor
	if ok && b.Add(c) == nil {
		done.added = append(done.added, entry{c, ""})
	}
	return done
}

// Empty reports whether the step did nothing.
func (c Change) Empty() bool { return len(c.added) == 0 && len(c.removed) == 0 }
