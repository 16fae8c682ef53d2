// Package correct holds what an editor says of an issue that its reader got
// wrong. Corrections stand in a file of their own beside the text, so that the
// text stays as it came and the next reading keeps them.
//
// A [Correction] names its line by the line's first characters; the number is
// only a hint among lines that begin alike. [Fit] finds the lines in the text as
// it is now, [Fitted.Mended] gives the text that is to be read, and
// [Fitted.Settle] sees that all corrections hold in the issue that was read.
// What no longer fits anything, and what contradicts another correction, is a
// finding and is never dropped silently.
package correct
