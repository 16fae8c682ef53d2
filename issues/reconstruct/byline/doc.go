// Package byline reads the names of those who wrote a text, and of those who did
// something else for it, from what stands over it, under it or in the contents:
// 文/周岸 摄影/林河 is by 周岸.
package byline
