// Package paragraph sets a run of text into justified lines.
package paragraph
