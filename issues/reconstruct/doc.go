// Package reconstruct makes an issue of a dump's lines: which line is a title,
// which a running head, which continues which, and what stands where.
//
// [Issue] is the one way in. It runs an ordered list of passes over a private
// draft; each pass reads what the former ones found, labels lines and records
// why. What a line is called follows from the issue itself where it can: the
// contents witness titles, authors and columns; what repeats at the ends of
// articles is an end mark; what repeats between the halves of sentences is a
// running head. The words that editors use are a prior and stand in lexicon.go
// alone.
//
// Reading never fails. Odd text is still text, and every line that is not
// blank finds exactly one place; a text in which no article can be told is one
// article. Nothing here compares what the text says with itself: that is
// check's work.
package reconstruct
