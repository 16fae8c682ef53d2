package say

import "fmt"

// An Error is an error whose words can be said in another language.
type Error struct {
	text    Text
	english error
}

// Errorf makes an error as fmt.Errorf does, %w included. It is also what
// errors.New would be for: two errors of one format are two errors.
func Errorf(format string, args ...any) error {
	return &Error{Text{format: format, args: args}, fmt.Errorf(format, args...)}
}

// Error gives the English words.
func (e *Error) Error() string { return e.english.Error() }

// Unwrap leads to what stands under %w.
func (e *Error) Unwrap() error { return e.english }

// Text gives the message.
func (e *Error) Text() Text { return e.text }

// Because makes a message of an error, for a report or a finding.
func Because(err error) Text { return Text{format: "%v", args: []any{err}} }
