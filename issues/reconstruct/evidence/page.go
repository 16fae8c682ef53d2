package evidence

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"kanyin/issues/source"
)

var (
	sizes      = newScale("size", .75, .86, .95, 1.05, 1.15, 1.3, 1.6, 2.1, 3)
	sizesRough = newScale("sz", .86, .97, 1.03, 1.15, 1.4, 2)
	zones      = newScale("zone", .06, .085, .12, .25, .5, .75, .88, .915, .94, .965)
	indented   = newScale("indent", .5, 1.5, 2.5, 4, 8)
	filled     = newScale("wide", .1, .3, .6, .85, .95, 1.03, 1.3, 1.9)
	rights     = newScale("right", -3, -.8, .8, 2, 6)
	gaps       = newScale("gap", .8, .93, 1.07, 1.2, 1.4, 1.7, 2.3, 3.5)
	afters     = newScale("after", .8, .93, 1.07, 1.2, 1.4, 1.7, 2.3, 3.5)
	shifts     = newScale("shift", -2.5, -1.5, -.5, .5, 1.5, 2.5)
	nexts      = newScale("nextshift", -2.5, -1.5, -.5, .5, 1.5, 2.5)
	grows      = newScale("grows", -2, -.3, .3, 2)
	faceRank   = newScale("facerank", 1, 2, 3, 5, 8)
	faceShare  = newScale("faceshare", .005, .02, .1, .3)
	styleShare = newScale("styleshare", .002, .006, .02, .06, .3)
	columnsSet = newScale("columns", 2, 3, 4)
	leads      = newScale("lead", 1, 3, 7, 14)
	sizesRank  = newScale("sizerank", 1, 2, 3, 4, 6)
)

// A type of a row: its size to the half point, and its face.
type style struct {
	size float32
	face string
}

// A page's facts, as the whole issue sees them.
type folio struct {
	lines  []line
	body   style              // the type that most of the issue is set in
	faces  map[string]float64 // how much of the issue is set in a face
	styles map[style]float64  // and in a face at a size
	rank   map[string]int     // of faces by how much they set, from 0
	larger map[float32]int    // how many sizes of the issue are larger
	edges  map[int][]float64  // by page: the left edges of columns
	sheets map[int]float64    // by page: its height
	column float64            // how wide a column is
	pitch  float64            // from one line of text to the next
	colour uint32             // of most of the issue
}

// aboutPages tells what the page says of a row: its type against the body's,
// its place against the column, the white around it. It is nil where the source
// has no pages.
func aboutPages(lines []line) func(*seer, int) {
	any := false
	for i := range lines {
		any = any || lines[i].Fact != nil && lines[i].Fact.X1 > lines[i].Fact.X0
	}
	if !any {
		return nil
	}
	f := folioOf(lines)
	return func(s *seer, i int) {
		if lines[i].Fact == nil {
			return
		}
		f.aboutType(s, i)
		f.aboutColumn(s, i)
		f.aboutWhite(s, i)
		aboutFact(s, lines[i].Fact)
	}
}

func styleOf(f *source.Fact) style {
	return style{float32(math.Round(float64(f.Size)*2) / 2), f.Face}
}

func folioOf(lines []line) *folio {
	f := &folio{lines: lines, faces: map[string]float64{}, styles: map[style]float64{}, rank: map[string]int{}, larger: map[float32]int{}, edges: map[int][]float64{}, sheets: map[int]float64{}}
	all := 0.0
	colours := map[uint32]float64{}
	for i := range lines {
		if fact := lines[i].Fact; fact != nil {
			f.faces[fact.Face] += lines[i].width
			f.styles[styleOf(fact)] += lines[i].width
			all += lines[i].width
			colours[fact.Colour] += lines[i].width
			f.sheets[fact.Page] = max(f.sheets[fact.Page], float64(fact.Y1))
		}
	}
	for s, n := range f.styles {
		if m := f.styles[f.body]; n > m || n == m && (s.size < f.body.size || s.size == f.body.size && s.face < f.body.face) {
			f.body = s
		}
	}
	for c, n := range colours {
		if m := colours[f.colour]; n > m || n == m && c < f.colour {
			f.colour = c
		}
	}
	rankFaces(f, all)
	f.measure()
	return f
}

// rankFaces turns what faces and sizes set into shares and ranks.
func rankFaces(f *folio, all float64) {
	var faces []string
	for face := range f.faces {
		faces = append(faces, face)
	}
	slices.SortFunc(faces, func(a, b string) int {
		if f.faces[a] != f.faces[b] {
			if f.faces[a] > f.faces[b] {
				return -1
			}
			return 1
		}
		return strings.Compare(a, b)
	})
	for i, face := range faces {
		f.rank[face] = i
		f.faces[face] /= max(all, 1)
	}
	var sizes []float32
	for s := range f.styles {
		f.styles[s] /= max(all, 1)
		if !slices.Contains(sizes, s.size) {
			sizes = append(sizes, s.size)
		}
	}
	slices.Sort(sizes)
	for i, size := range sizes {
		f.larger[size] = len(sizes) - 1 - i
	}
}

// ofBody tells whether a row is set in the body's size.
func (f *folio) ofBody(fact *source.Fact) bool {
	return math.Abs(float64(fact.Size-f.body.size)) < .3
}

// measure finds the columns' left edges on every page, their width, and the
// pitch of the text's lines.
func (f *folio) measure() {
	lefts := map[int]map[int]int{}
	var widths []float64
	pitches := map[int]int{}
	for i := range f.lines {
		fact := f.lines[i].Fact
		if fact == nil || !f.ofBody(fact) {
			continue
		}
		w := float64(fact.X1 - fact.X0)
		widths = append(widths, w)
		if w > 4*float64(f.body.size) {
			if lefts[fact.Page] == nil {
				lefts[fact.Page] = map[int]int{}
			}
			lefts[fact.Page][int(math.Round(float64(fact.X0)/2))]++
		}
		if i+1 < len(f.lines) && f.lines[i+1].Fact != nil && f.lines[i+1].Fact.Page == fact.Page {
			if d := float64(f.lines[i+1].Fact.Y0 - fact.Y0); d > 0 && d < 3*float64(f.body.size) {
				pitches[int(math.Round(d*2))]++
			}
		}
	}
	f.column = max(quantile(widths, .85), 1)
	f.pitch = 1.6 * float64(f.body.size)
	most := 0
	for p, n := range pitches {
		if n > most || n == most && float64(p)/2 < f.pitch {
			most, f.pitch = n, float64(p)/2
		}
	}
	f.pitch = max(f.pitch, .1)
	for page, at := range lefts {
		for x, n := range at {
			if n >= 3 { // fewer rows with one left edge are no column
				f.edges[page] = append(f.edges[page], float64(x)*2)
			}
		}
		slices.Sort(f.edges[page])
	}
}

// aboutType holds a row's type against the body's.
func (f *folio) aboutType(s *seer, i int) {
	fact := f.lines[i].Fact
	size := float64(fact.Size / max(f.body.size, .1))
	face := "o"
	if fact.Face == f.body.face {
		face = "b"
	}
	bold := ""
	if fact.Bold {
		bold = "+"
		s.near("bold")
	}
	s.near(sizes.word(size))
	s.near("face:" + face + bold)
	s.own("face:" + face + bold + sizesRough.word(size))
	s.own(faceRank.word(float64(f.rank[fact.Face])))
	s.own(faceShare.word(f.faces[fact.Face]))
	s.near(styleShare.word(f.styles[styleOf(fact)]))
	s.own(sizesRank.word(float64(f.larger[styleOf(fact).size])))
	if fact.Colour != f.colour {
		s.near("coloured")
	}
}

// aboutColumn holds a row's place against the column that it stands in.
func (f *folio) aboutColumn(s *seer, i int) {
	fact := f.lines[i].Fact
	em := float64(max(f.body.size, .1))
	x0, x1 := float64(fact.X0), float64(fact.X1)
	edge := x0
	for _, v := range f.edges[fact.Page] {
		if v <= x0+2 && x0-v < f.column*.7 {
			edge = v
			break
		}
	}
	right := edge + f.column - x1
	s.near(indented.word((x0 - edge) / em))
	s.near(filled.word((x1 - x0) / f.column))
	s.near(rights.word(right / em))
	if math.Abs(x0-edge-right) < em && x0-edge > 2*em {
		s.near("centred")
	}
	s.own(zones.word(float64(fact.Y0) / max(f.sheets[fact.Page], 1)))
	s.own(columnsSet.word(float64(fact.Columns)))
	if fact.Column == 0 && fact.Columns > 1 {
		s.near("spans")
	}
}

// aboutWhite tells of the white over and under a row, and how its edge moves
// against its neighbours'.
func (f *folio) aboutWhite(s *seer, i int) {
	fact, em := f.lines[i].Fact, float64(max(f.body.size, .1))
	var before, next *source.Fact
	if i > 0 {
		before = f.lines[i-1].Fact
	}
	if i+1 < len(f.lines) {
		next = f.lines[i+1].Fact
	}
	switch {
	case before == nil || before.Page != fact.Page:
		s.near("gap:page")
	case fact.Y0 < before.Y0-2:
		s.near("gap:column")
	case math.Abs(float64(fact.Y0-before.Y0)) <= 2 && fact.X0 > before.X1-2:
		s.near("gap:beside")
	default:
		s.near(gaps.word(baseline(before, fact) / f.pitch))
	}
	if next != nil && next.Page == fact.Page && next.Y0 > fact.Y0+2 {
		s.near(afters.word(baseline(fact, next) / f.pitch))
	} else {
		s.near("after:turn")
	}
	if before != nil {
		s.own(shifts.word(float64(fact.X0-before.X0) / em))
		s.near(grows.word(float64(fact.Size - before.Size)))
		if before.Face != fact.Face {
			s.near("newface")
		}
		if before.Colour != fact.Colour {
			s.own("newcolour")
		}
	}
	if next != nil {
		s.own(nexts.word(float64(next.X0-fact.X0) / em))
	}
}

// baseline is how far one row stands over another: from foot to foot, since
// the boxes of faces differ at their heads.
func baseline(over, under *source.Fact) float64 { return float64(under.Y1 - over.Y1) }

// aboutFact hands on what the reader of the page found out by itself.
func aboutFact(s *seer, f *source.Fact) {
	if f.Start != 0 {
		s.near("start:" + strconv.Itoa(int(f.Start)))
	}
	if f.End != 0 {
		s.near("ends:" + strconv.Itoa(int(f.End)))
	}
	if f.Lead > 0 {
		s.near(leads.word(float64(f.Lead)))
	}
	if f.Boxed {
		s.near("boxed")
	}
	if f.Role != source.NoRole {
		s.near("role:" + string(f.Role))
	}
}
