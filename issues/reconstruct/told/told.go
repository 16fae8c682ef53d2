// Package told holds what somebody knows of an issue's lines before they are
// read. Readers hold to it and solve everything else around it.
package told

import "kanyin/issues/reconstruct/label"

// Lines are what is known, by source line from 1. A nil one knows nothing.
type Lines struct {
	Kinds map[int]label.Pin // what lines are, or are not
	After map[int]int       // the line that a line goes on after, in one text
	Ends  map[int]bool      // lines that end their block
}

// Kind gives what is known of what the line is.
func (l *Lines) Kind(line int) (label.Pin, bool) {
	if l == nil {
		return label.Pin{}, false
	}
	p, ok := l.Kinds[line]
	return p, ok
}

// Follows gives the line that the line goes on after, 0 where nobody knows.
func (l *Lines) Follows(line int) int {
	if l == nil {
		return 0
	}
	return l.After[line]
}

// Ending reports whether the line is known to end its block.
func (l *Lines) Ending(line int) bool { return l != nil && l.Ends[line] }

// Linked reports whether anything is known of what goes on after what.
func (l *Lines) Linked() bool { return l != nil && len(l.After)+len(l.Ends) > 0 }
