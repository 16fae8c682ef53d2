package verify

import (
	"fmt"

	"kanyin/issues/say"
)

// A Rule is what editions are held to.
type Rule struct {
	Code  string   // such as pdf-boxes; it never changes
	Title say.Text // what is demanded, in one clause
}

// A rule is a Rule with the function that holds an edition against it.
type rule[T any] struct {
	Rule
	concerns func(T) bool // nil: every edition of the kind
	check    func(T) []fault
}

// A fault is a place where an edition does not keep a rule.
type fault struct{ place, text say.Text }

// faultf makes one. A place is a file, or a page said in words.
func faultf[P string | say.Text](place P, format string, args ...any) fault {
	at, ok := any(place).(say.Text)
	if !ok {
		at = say.Verbatim(fmt.Sprint(place))
	}
	return fault{at, say.Of(format, args...)}
}

// shownFaults is how many faults of one rule are told: who has read a dozen
// knows what is the matter.
const shownFaults = 12

// judge holds an edition against rules, in their order.
func judge[T any](rules []rule[T], of T) []Result {
	var out []Result
	for _, r := range rules {
		if r.concerns != nil && !r.concerns(of) {
			continue
		}
		faults := r.check(of)
		if len(faults) == 0 {
			out = append(out, Result{Code: r.Code, Title: r.Title, Pass: true})
		}
		for i, f := range faults {
			if i == shownFaults {
				f = faultf("", "and %d more", len(faults)-i)
			}
			out = append(out, Result{Code: r.Code, Title: r.Title, Place: f.place, Text: f.text})
			if i == shownFaults {
				break
			}
		}
	}
	return out
}

// Catalogue lists all rules, in the order in which they are judged, the
// verdicts of external validators last.
func Catalogue() []Rule {
	var out []Rule
	for _, r := range pdfRules() {
		out = append(out, r.Rule)
	}
	for _, r := range epubRules() {
		out = append(out, r.Rule)
	}
	for _, r := range bagRules() {
		out = append(out, r.Rule)
	}
	for _, x := range externals() {
		out = append(out, Rule{x.code, x.title})
	}
	return out
}
