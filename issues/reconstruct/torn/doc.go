// Package torn reads dumps whose lines are whole paragraphs, torn and woven as
// editors' systems give them: which line is a title, which a running head, which
// continues which, and what stands where.
//
// [Issue] is the one way in. It runs an ordered list of stages, each in a package of
// its own below this one; what is handed on is a draft.Draft. A stage labels rows and
// records why, and imports only what lies below it:
//
//	wording ─ draft ─ furniture ─ marks ─ contents ─ unwrap ─ articles ─ inside ─ joins
//
// What a line is called follows from the issue itself where it can: the contents
// witness titles, authors and columns; what repeats at the ends of articles is an end
// mark; what repeats between the halves of sentences is a running head.
//
// Reading never fails. Odd text is still text, and every line that is not blank finds
// exactly one place; a text in which no article can be told is one article. Nothing
// here compares what the text says with itself: that is check's work.
package torn
