package pdf_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kanyin/builder/pdf"
	"kanyin/issues/issue"
	"kanyin/layout"
)

// pagesOf composes pages that show their own number.
func pagesOf(t testing.TB, n int) *layout.Document {
	c := newCompositor(t)
	for i := 2; i <= n; i++ {
		c.turn(strconv.Itoa(i))
	}
	return c.doc
}

var imposed = regexp.MustCompile(`q ([\d.]+) \S+ ([\d.]+) \S+ re W n 1 0 0 1 ([\d.]+) \S+ cm /P(\d+) Do Q`)

func TestABookletsSheetsLieInEachOther(t *testing.T) {
	const creep = 1_000
	b := pdf.Booklet{Print: pdf.Print{Doc: pagesOf(t, 7), Fonts: openFonts(t)}, Creep: creep}
	if b.Blanks() != 1 {
		t.Errorf("%d blanks after 7 pages, want 1", b.Blanks())
	}
	r := readFile(t, build(t, b, &issue.Issue{}))
	var got strings.Builder
	for i, page := range r.pages() {
		fmt.Fprintf(&got, "side %d:", i+1)
		trim := r.box(page, "/TrimBox")
		spine := (trim[0] + trim[2]) / 2
		for _, m := range imposed.FindAllStringSubmatch(string(r.objects[r.number(r.objects[page].dict, "/Contents ")].stream), -1) {
			clip, _ := strconv.ParseFloat(m[1], 64)
			width, _ := strconv.ParseFloat(m[2], 64)
			x, _ := strconv.ParseFloat(m[3], 64)
			number, _ := strconv.Atoi(m[4])
			if clip < spine-0.001 && clip+width > spine+0.001 {
				t.Errorf("side %d: page %d reaches over the spine", i+1, number+1)
			}
			fmt.Fprintf(&got, " %d at %.0f", number+1, x)
		}
		got.WriteString("\n")
	}
	// A page is 595 wide; the inner sheet's stand a point nearer to the spine.
	want := "side 1: 1 at 595\nside 2: 2 at 0 7 at 595\nside 3: 6 at 1 3 at 594\nside 4: 4 at 1 5 at 594\n"
	if got.String() != want {
		t.Errorf("the sheets are\n%swant\n%s", got.String(), want)
	}
}

// A renderer shows on each side of a sheet the two pages that belong there: what
// it draws is held against all pages of the print edition, and the nearest must
// be the right one.
func TestABookletIsImposed(t *testing.T) {
	doc := pagesOf(t, 7)
	for i := range doc.Pages { // a bar tells the pages apart
		bar := layout.Fill{X: left, Y: layout.Length(i+1) * 90_000, Width: 400_000, Height: 45_000}
		doc.Pages[i].Fills = append(doc.Pages[i].Fills, bar)
	}
	print := pdf.Print{Doc: doc, Fonts: openFonts(t)}
	pages := render(t, build(t, print, &issue.Issue{}))
	sides := render(t, build(t, pdf.Booklet{Print: print}, &issue.Issue{}))
	pages = append(pages, raster{pages[0].width, bytes.Repeat([]byte{255}, len(pages[0].grey))}) // the blank at the end
	want := [][2]int{{7, 0}, {1, 6}, {5, 2}, {3, 4}}
	if len(sides) != len(want) {
		t.Fatalf("%d sides, want %d", len(sides), len(want))
	}
	for i, side := range sides {
		for k := range 2 {
			if got := side.half(k).nearest(pages); got != want[i][k] {
				t.Errorf("side %d shows at place %d page %d, want %d", i+1, k+1, got+1, want[i][k]+1)
			}
		}
	}
}

// A raster is a page as a renderer draws it, in greys, row by row.
type raster struct {
	width int
	grey  []byte
}

// render has every page of a file drawn, with its bleed.
func render(t *testing.T, data []byte) []raster {
	t.Helper()
	path := file(t, data)
	run(t, "pdftoppm", "-r", "36", "-gray", path, filepath.Join(filepath.Dir(path), "page"))
	files, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "page*.pgm"))
	slices.Sort(files)
	var all []raster
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var width, height, most int
		if _, err := fmt.Fscanf(bytes.NewReader(data), "P5\n%d %d\n%d\n", &width, &height, &most); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		all = append(all, raster{width, data[len(data)-width*height:]})
	}
	return all
}

// half gives the left or the right half of a sheet's side.
func (r raster) half(k int) raster {
	h := raster{width: r.width / 2}
	for row := range slices.Chunk(r.grey, r.width) {
		h.grey = append(h.grey, row[k*h.width:(k+1)*h.width]...)
	}
	return h
}

// nearest gives the one of several rasters that differs least.
func (r raster) nearest(others []raster) int {
	best, least := -1, math.MaxFloat64
	for i, o := range others {
		if d := r.difference(o); d < least {
			best, least = i, d
		}
	}
	return best
}

// difference compares the ink in cells of a grid: edges and bleed may differ.
func (r raster) difference(o raster) (sum float64) {
	const cells = 24
	a, b := r.cells(cells), o.cells(cells)
	for i := range a {
		sum += math.Abs(a[i] - b[i])
	}
	return sum
}

// cells gives the mean grey of n by n cells.
func (r raster) cells(n int) []float64 {
	sum, count := make([]float64, n*n), make([]float64, n*n)
	height := len(r.grey) / r.width
	for i, g := range r.grey {
		cell := i/r.width*n/height*n + i%r.width*n/r.width
		sum[cell] += float64(g)
		count[cell]++
	}
	for i := range sum {
		sum[i] /= max(count[i], 1)
	}
	return sum
}
