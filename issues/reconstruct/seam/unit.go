package seam

import (
	"strings"

	"kanyin/issues/reconstruct/seam/phrase"
)

// A unit is a run of pieces that is certainly one: a piece of the flow with
// those glued to it. Furniture and asides lie between units and in none.
type unit struct {
	pieces []int // indices, in source order
	label  Label
	start  bool
	apart  bool
	turned bool
	text   string // of the first piece: its head is what may continue
	tail   string // of the last piece
	runes  int    // of all its text, about

	onTo, from     int
	page           int // that its article begins on, as the text stands
	number, series int
	width          phrase.Width

	brackets phrase.Brackets
	lone     float64 // what it costs its head to begin a paragraph
	ended    bool    // its end may be a paragraph's end
	dangles  bool    // it is running text that breaks off
	starts   int     // starts up to and with this unit: how many articles have begun

	follows, leads int  // 1 + the unit that it is known to go on after, that is known to go on after it; 0 for none
	kept           bool // what it goes on after is known as its place alone: the two need not be one block
	ends           bool // its block is known to end with it
}

// flow gathers the units.
func flow(pieces []Piece) []unit {
	var units []unit
	starts, page := 0, 0
	for i, p := range pieces {
		switch last := len(units) - 1; {
		case p.Label == Furniture:
		case p.Label == Aside:
			if last >= 0 && p.OnTo != 0 && units[last].label != Title {
				units[last].onTo, units[last].dangles = p.OnTo, !units[last].ended
			}
		case p.Glued && last >= 0 && units[last].label == p.Label && !p.Start && !units[last].ends:
			units[last].add(i, p)
		default:
			if p.Start {
				starts, page = starts+1, p.Page
			}
			u := unit{
				label: p.Label, start: p.Start, apart: p.Apart, turned: p.Turned, text: p.Text, from: p.From, page: page,
				number: p.Number, series: p.Series, width: phrase.WidthOf(p.Raw), starts: starts,
			}
			u.lone = phrase.Lone(p.Text)
			u.add(i, p)
			units = append(units, u)
		}
	}
	settle(units)
	return units
}

func (u *unit) add(i int, p Piece) {
	u.pieces = append(u.pieces, i)
	u.tail = p.Text
	u.runes += len(p.Text) / 3
	if p.OnTo != 0 {
		u.onTo = p.OnTo
	}
	u.ends = p.Ends
	u.ended = p.Ends || phrase.Ended(p.Text)
	u.dangles = !u.ended && (u.onTo != 0 || u.label == Body && !phrase.Announces(p.Text))
	u.brackets.Read(p.Text)
}

// endMark reports whether the unit is what stands at an article's end.
func (u *unit) endMark() bool { return u.label >= Affiliation && u.label <= Note }

// settle tells broken sentences from the rows of a list and the lines of a
// verse, which end without a mark as they should: they are short, or a name and
// its value, and do not stand alone; the caller knows of some that they stand apart.
func settle(units []unit) {
	rows := make([]bool, len(units))
	for i := range units {
		rows[i] = units[i].row() || units[i].apart && units[i].short() || i > 0 && i+1 < len(units) && units[i].short() && units[i-1].short() && units[i+1].short()
	}
	for i := range units {
		switch u := &units[i]; {
		case rows[i] && (i > 0 && rows[i-1] || i+1 < len(rows) && rows[i+1]):
			u.dangles = false
		case i > 0 && u.label == Body && u.onTo == 0 && phrase.Itemised(u.tail) && (phrase.Announces(units[i-1].tail) || listed(&units[i-1])):
			u.dangles = false
		}
	}
}

// listed reports whether the unit is an item of a list, told by settle.
func listed(u *unit) bool { return phrase.Itemised(u.tail) && !u.dangles }

// row reports whether the unit may be a row or a line of verse.
func (u *unit) row() bool {
	return u.unended() && (u.short() && !strings.ContainsAny(u.text, phrase.Stops) || phrase.Labelled(u.text))
}

// short reports whether the unit is short enough for a line of verse. Among
// others as short it is one, with what stops it has.
func (u *unit) short() bool { return u.unended() && u.runes < 16 }

// unended reports whether the unit is text without an end, and without a mark
// that it goes on elsewhere.
func (u *unit) unended() bool { return u.label == Body && !u.ended && u.from == 0 && u.onTo == 0 }
