package library

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"kanyin/builder/press"
	"kanyin/issues/issue"
)

// reserved are folders of the library that are no title's.
var reserved = []string{"opds", "search", "static", "series"}

// claimOf is the place that an issue's title, year and number mean:
// 河口/2025/03, or 河口/2025/03-增刊 of one that says so. What an issue does not say is undated, untitled or named by its
// source.
func claimOf(m issue.Meta, source string) string {
	title, year, number := "untitled", "undated", press.CleanName(stem(source))
	if m.Title != "" {
		title = press.CleanName(m.Title)
	}
	if slices.Contains(reserved, strings.ToLower(title)) {
		title += "_"
	}
	if m.Year != 0 {
		year = fmt.Sprint(m.Year)
	}
	if m.Number != 0 {
		number = fmt.Sprintf("%02d", m.Number)
	}
	if m.Variant != "" {
		number += "-" + press.CleanName(m.Variant)
	}
	return path.Join(title, year, number)
}

func stem(source string) string {
	base := path.Base(source)
	return strings.TrimSuffix(base, path.Ext(base))
}

// assign gives every source a place of its own. Where several claim one, the
// first by name has it and the others stand beside it, named by their sources:
// none is lost, and the order in which they came makes no difference.
func assign(claims map[string]string) map[string]string {
	places, taken := map[string]string{}, map[string]bool{}
	var beside []string
	for _, source := range slices.Sorted(maps.Keys(claims)) {
		if claim := claims[source]; !taken[claim] {
			places[source], taken[claim] = claim, true
			continue
		}
		beside = append(beside, source)
	}
	for _, source := range beside {
		name := claims[source] + "-" + press.CleanName(strings.TrimSuffix(source, path.Ext(source)))
		for n := 2; taken[name]; n++ {
			name = fmt.Sprintf("%s-%s-%d", claims[source], press.CleanName(source), n)
		}
		places[source], taken[name] = name, true
	}
	return places
}
