package evidence

import "strings"

// A pair is told by words of a row and of the row before or behind it that say
// more together than each by itself: a short row with a full stop before a row
// that is two ems short begins a paragraph.
type pair struct {
	name    string
	here    []string // what the row's words begin with
	there   []string // and the neighbour's
	forward bool     // the neighbour is the row behind
}

var pairings = []pair{
	{"turn", []string{"short"}, []string{"short", "last:"}, false},
	{"worthturn", []string{"worth"}, []string{"short", "last:"}, false},
	{"fill", []string{"filled", "last:", "blank"}, []string{"filled", "last:"}, false},
	{"rest", []string{"filled", "last:"}, []string{"short", "blank"}, true},
	{"length", []string{"length", "last:"}, []string{"length"}, true},
	{"lengthback", []string{"length", "first:"}, []string{"length", "last:"}, false},
	{"gapturn", []string{"indent", "gap", "start:"}, []string{"right", "last:"}, false},
	{"dress", []string{"size", "face:", "gap"}, []string{"size", "face:"}, false},
	{"dressnext", []string{"size", "face:"}, []string{"size", "face:", "gap"}, true},
	{"style", []string{"styleshare", "wide"}, []string{"styleshare"}, false},
}

// alone are words of one row that say more together.
var alone = [][]string{
	{"listed", "length"},
	{"recurs", "length"},
	{"size", "face:", "wide"},
	{"styleshare", "indent"},
	{"stops", "filled", "first:"},
	{"names", "length", "blank"},
	{"blank", "blankafter", "length"},
	{"short", "first:", "worth"},
	{"start:", "ends:", "gap"},
}

// pairs adds the words that are made of others.
func pairs(all []Seen) {
	made := make([][]string, len(all))
	for i := range all {
		for _, p := range pairings {
			j := i - 1
			if p.forward {
				j = i + 1
			}
			if j < 0 || j >= len(all) {
				continue
			}
			made[i] = append(made[i], p.name+"="+pick(all[i].Near, p.here)+"|"+pick(all[j].Near, p.there))
		}
		for _, words := range alone {
			if w := pick(all[i].Near, words); w != "" {
				made[i] = append(made[i], "&"+w)
			}
		}
	}
	for i := range all {
		all[i].Own = append(all[i].Own, made[i]...)
	}
}

// pick joins the first word that begins with each of the names.
func pick(words, names []string) string {
	var b strings.Builder
	for _, n := range names {
		for _, w := range words {
			if strings.HasPrefix(w, n) {
				b.WriteString(w)
				b.WriteByte(' ')
				break
			}
		}
	}
	return b.String()
}
