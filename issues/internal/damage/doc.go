// Package damage breaks clean issues the way real dumps are broken, and keeps
// the truth. It is for tests alone.
//
// A clean [Article] comes from the corpus in this folder, prose written for
// the project. A [House] says how a magazine looks: its marks, its contents,
// its running heads, its habits of punctuation and of blank lines. [Faults] say
// how often which damage happens. [Make] sets the articles into columns, damages
// the columns, prints them as a dump and returns it with its [Truth]: which
// source lines are one block, which blocks are one article, in which order.
// [Zoo] lists the styles that the tests use, and [Measure] compares a
// reconstruction with the truth.
//
// The same seed gives the same dump, byte for byte. The truth is known by
// construction, never guessed from the printed text. What a careful reader
// could not put right is not made: a column that is moved leaves a cut word, a
// number or a name to find its way back by.
package damage
