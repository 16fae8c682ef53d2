// Package entries reads what a row of the contents says: its page, its section,
// its title, a subtitle and names, as in 08 【人物】河口的灯——一座桥的夜 周岸 …… 12. A title
// that is known from elsewhere tells them apart best (Tell); without one, leaders,
// strokes and blanks do (Part). An Index finds the entries that hold a title.
//
// It is told which rows are entries, and does not know what they announce.
package entries
