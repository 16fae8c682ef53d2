package announced

import (
	"slices"
	"unicode/utf8"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/rise"
)

const (
	// A listed row has so many letters: 结语 stands in many articles.
	leastListed = 4
	// And so many characters at most: longer ones are text.
	longestListed = 60
	// Contents are such a list where so many of their rows at least, and half of them
	// all, stand in the issue in their order.
	fewestListed = 6
	// A row that stands so often in the issue is a running head.
	often = 3
	// So many listed rows may be no titles yet for one that is: a list with the headings
	// has three of them and more.
	mostOthers = 1.5
)

// Listed gives rows that are titles or sections' names because the contents are a bare
// list of them, row by row as they are set in the issue and in their order:
//
//	人物               人物
//	渡口船工           渡口船工
//	守灯塔的人         船工每天看三次水位标尺，……
//	市声               守灯塔的人
//	年货集市           灯塔的老人说，……
//
// A listed row with the next one right under it is a section's name. Where most listed
// rows are no titles yet, the list has headings too, and nothing is said.
func Listed(rs []rows.Row, ls []label.Label) map[int]label.Set {
	found, all := listed(rs, ls)
	if len(found) < fewestListed || 2*len(found) < all {
		return nil
	}
	out := map[int]label.Set{}
	titles, others := 0, 0
	for n, i := range found {
		if n+1 < len(found) && found[n+1] == i+1 {
			out[i] = label.SetOf(label.Section)
			continue
		}
		out[i] = label.SetOf(label.Title)
		if ls[i].Kind == label.Title {
			titles++
		} else {
			others++
		}
		if j := i + 1; j < len(rs) && ls[j].Kind == label.Title && !ls[j].Begins { // more than the title
			out[j] = label.Without(label.Title)
		}
	}
	if float64(others) > mostOthers*float64(titles) {
		return nil
	}
	return out
}

// listed gives the rows of the issue that are rows of the list, as many as stand in
// its order, and how many rows the list has.
func listed(rs []rows.Row, ls []label.Label) (found []int, all int) {
	place := map[string]int{} // in the list, by a row's letters; none for what stands twice on a page
	last := map[string]int{}  // the row of the list with the letters
	at := map[string][]int{}
	for i := range rs {
		lists := lists(ls[i].Kind)
		if !lists && !free(ls[i].Kind) || headed(ls[i].Kind) || utf8.RuneCountInString(rs[i].Text) > longestListed {
			continue
		}
		key := normal.Key(rs[i].Text)
		switch old, again := last[key]; {
		case utf8.RuneCountInString(key) < leastListed:
			continue
		case !lists:
			if all > 0 {
				at[key] = append(at[key], i)
			}
			continue
		case again && rs[old].Page == rs[i].Page:
			delete(place, key)
		default: // a cover may shout what the contents have
			place[key] = all
		}
		last[key] = i
		all++
	}
	order := make([][]int, all)
	for key, n := range place {
		if len(at[key]) <= often {
			order[n] = at[key]
		}
	}
	return rising(order), all
}

// lists tells where rows of contents stand: contents without pages pass for a cover.
func lists(k label.Kind) bool {
	return k == label.Contents || k == label.ContentsSection || k == label.Cover
}

// headed tells which rows belong to a title that is told: they are none.
func headed(k label.Kind) bool {
	return k == label.Subtitle || k == label.Byline || k == label.Kicker || k == label.Caption
}

// rising gives one row of each list, as many as there are in rising order. The rows of
// a list come last first, so that no two of them rise.
func rising(order [][]int) []int {
	var all, out []int
	for _, rows := range order {
		for _, i := range slices.Backward(rows) {
			all = append(all, i)
		}
	}
	for _, i := range rise.Longest(all) {
		out = append(out, all[i])
	}
	return out
}
