// Package inside tells what stands inside articles: headings and their levels,
// run-in headings, notes, questions and answers, items, verse, book notices.
package inside
