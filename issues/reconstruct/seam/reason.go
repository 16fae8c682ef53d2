package seam

import (
	"cmp"
	"math"
	"slices"

	"kanyin/issues/say"
)

// A Reason is what speaks for a link, or with a negative weight against it.
type Reason struct {
	Text   say.Text
	Weight float64 // in natural units of evidence
}

// reasons is a list of reasons; a nil one listens to nothing.
type reasons struct{ said []Reason }

// told is the least weight that is told: what is less prints as 0.0.
const told = 0.05

// because notes a reason, if it weighs anything.
func (r *reasons) because(weight float64, format string, args ...any) {
	if r != nil && math.Abs(weight) >= told {
		r.said = append(r.said, Reason{say.Of(format, args...), weight})
	}
}

// either notes a reason that has one name where it speaks for the link and
// another where it speaks against it.
func (r *reasons) either(weight float64, pro, con say.Text) {
	if weight < 0 {
		pro = con
	}
	r.because(weight, "%s", pro)
}

// ranked gives the reasons, the strongest first.
func (r *reasons) ranked() []Reason {
	slices.SortStableFunc(r.said, func(a, b Reason) int { return cmp.Compare(b.Weight, a.Weight) })
	return r.said
}

// why tells the evidence for the jump from unit t to unit h: what speaks for it
// in the two texts, the strongest first; then what each would lack if it were
// not made, which is so of other links too; then what speaks against it.
func (e *evidence) why(t, h int) []Reason {
	both, lack := e.common(t, h), e.lacking(t, h)
	against := slices.IndexFunc(both, func(r Reason) bool { return r.Weight < 0 })
	if against < 0 {
		against = len(both)
	}
	return slices.Concat(both[:against], lack, both[against:])
}

// common tells what the two texts have to do with each other.
func (e *evidence) common(t, h int) []Reason {
	var why reasons
	e.shape(t, h, &why)
	e.place(t, h, &why)
	e.content(t, h, &why)
	thread := begun(e.units, t)
	why.either(thread.read(e.units, h), say.Of("a quotation or bracket is opened there and closed here"), say.Of("quotations and brackets do not match"))
	return why.ranked()
}

// lacking tells what each of the two would lack without the other.
func (e *evidence) lacking(t, h int) []Reason {
	var why reasons
	lack := say.Of("the text is not at its end")
	if e.units[t].dangles {
		lack = say.Of("the sentence breaks off")
	}
	why.because(e.finish(t), "%s", lack)
	if !e.units[h].start && h > 0 && h-1 != t {
		why.because(-min(e.shape(h-1, h, nil), 0), "it does not go on from the line before it")
	}
	return why.ranked()
}

// stands tells in words where the text that goes on stands.
func stands(before bool, between int) say.Text {
	switch {
	case before:
		return say.Of("it is printed before what it goes on from")
	case between == 0:
		return say.Of("no article begins between")
	}
	return say.Count(between, "an article begins between", "%d articles begin between")
}

// named names the page of a mark "continued".
func named(page int) say.Text {
	if page == Unnumbered {
		return say.Of("another page")
	}
	return say.Of("page %d", page)
}
