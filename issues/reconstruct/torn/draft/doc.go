// Package draft is what the reader of torn paragraphs hands from stage to stage:
// the rows of an issue, what each has been found to be and why, and what the
// issue says of itself.
//
// A stage takes a [Draft] and leaves a valid one: it labels rows, records a
// decision for each, and never adds or removes one, but for package unwrap, which
// puts lines together and parts them again. Reading starts with [ReadLines].
package draft
