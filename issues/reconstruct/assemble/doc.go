// Package assemble makes an issue of rows whose kinds are known: articles with
// their titles, names, sections and blocks, the contents, and what belongs to
// no article.
//
// It keeps the order of the source and moves nothing but the tail of a text
// that says itself where it goes on (下转第8页, 上接第1页). It is total: whatever
// the labels say, every row ends in one block, and where labels contradict each
// other the row stays where it stood.
//
// The stages, each a function of the former's result:
//
//	gather     rows and labels → pieces, and whose article each piece is
//	contents   the pieces of the contents → entries, each matched with its article
//	bylines    who wrote it: byline, title's line, first sentence, foot, contents
//	sections   which column: kicker, opener, contents, running heads
//	blocks     pieces → blocks with text
package assemble
