package order

import (
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
)

// Links weigh which rows of an issue go on with which, by what they say and are.
type Links struct{ sight *Sight }

// NewLinks looks at the rows of a text, whose kinds are known.
func NewLinks(rs []rows.Row, ls []label.Label) *Links {
	r := newReader(rs, ls)
	return &Links{r.sight(rows.Numbers(len(rs)))}
}

// Of gives how much likelier row b goes on with row a than with another row of its
// page, as a natural logarithm.
func (l *Links) Of(a, b int) float64 { return l.sight.link(a, b) }
