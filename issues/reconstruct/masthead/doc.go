// Package masthead reads what an issue says of itself: title, year, number,
// serial numbers, publisher, price and staff, from its cover, its colophon and
// its running heads. It also tells the language that the issue is written in.
package masthead
