package verify

import (
	"strconv"
	"strings"

	"kanyin/builder/verify/pdfread"
)

// pageLabels judges the labels (ISO 32000-1, 12.4.2) and holds them against the
// folios that the pages show.
func pageLabels(e *pdfEdition) []fault {
	labels, fault0 := e.labels()
	if fault0 != nil {
		return []fault{*fault0}
	}
	var out []fault
	for i, label := range labels {
		if label == "" {
			out = append(out, faultf(onPage(i), "the page has no label"))
			continue
		}
		folios := e.folios(i)
		found := len(folios) == 0 || !number(label)
		for _, f := range folios {
			found = found || f == label
		}
		if !found {
			out = append(out, faultf(onPage(i), "the page is labelled %s and shows the folio %s", label, strings.Join(folios, ", ")))
		}
	}
	return out
}

// labels gives every page's label, "" where it has none.
func (e *pdfEdition) labels() ([]string, *fault) {
	out := make([]string, len(e.pages))
	nums := e.file.Array(e.file.Dict(e.catalog["PageLabels"])["Nums"])
	if len(nums) < 2 || e.file.Number(nums[0]) != 0 {
		f := faultf(onPage(0), "there are no page labels from the first page on")
		return nil, &f
	}
	last := -1
	for i := 0; i+1 < len(nums); i += 2 {
		from, to := int(e.file.Number(nums[i])), len(out)
		if i+2 < len(nums) {
			to = int(e.file.Number(nums[i+2]))
		}
		if from <= last || from >= len(out) {
			f := faultf(onPage(from), "the page labels are out of order or beyond the last page")
			return nil, &f
		}
		last = from
		d := e.file.Dict(nums[i+1])
		start := 1
		if n := e.file.Number(d["St"]); n > 0 {
			start = int(n)
		}
		for p := from; p < min(to, len(out)); p++ {
			out[p] = e.file.Text(d["P"])
			if e.file.Name(d["S"]) == "D" {
				out[p] += strconv.Itoa(start + p - from)
			}
		}
	}
	return out, nil
}

// margin is the share of a page's height in which a folio is looked for, at
// the head and at the foot.
const margin = 0.1

// folios gives the numbers that stand alone in a page's margins.
func (e *pdfEdition) folios(page int) []string {
	box, ok := e.file.Box(e.pages[page], "TrimBox")
	if !ok {
		box, _ = e.file.Box(e.pages[page], "MediaBox")
	}
	var out []string
	for _, l := range e.lines[page] {
		y := (l[0].Y - box[1]) / box.Height()
		if l[0].Down {
			continue
		}
		if text := strings.Trim(l.text(), "·—– "); (y < margin || y > 1-margin) && number(text) && l[0].Mark.MCID < 0 {
			out = append(out, text)
		}
	}
	return out
}

// outline judges the bookmarks (12.3.3): a tree whose links agree, every one
// with a title and a place, and every article of the issue among them.
func outline(e *pdfEdition) []fault {
	root := e.file.Dict(e.catalog["Outlines"])
	if root == nil {
		return []fault{faultf("", "there is no outline")}
	}
	w := outlineWalk{e: e, places: e.places(), seen: map[pdfread.Ref]bool{}, titles: map[string]bool{}}
	ref, _ := e.catalog["Outlines"].(pdfread.Ref)
	w.walk(ref, root, 0)
	if e.issue != nil {
		for _, a := range e.issue.Articles {
			if a.Title != "" && !w.titles[squash(a.Title)] {
				w.out = append(w.out, faultf("", "no bookmark leads to %s %q", a.ID, a.Title))
			}
		}
	}
	return w.out
}

type outlineWalk struct {
	e      *pdfEdition
	places map[string]pdfread.Object
	seen   map[pdfread.Ref]bool
	titles map[string]bool
	out    []fault
}

// maxOutline bounds the depth of an outline; ours has column, article and headings.
const maxOutline = 20

func (w *outlineWalk) walk(parent pdfread.Ref, d pdfread.Dict, depth int) {
	f := w.e.file
	var prev pdfread.Ref
	next, _ := d["First"].(pdfread.Ref)
	for next != 0 {
		if w.seen[next] || depth > maxOutline {
			w.out = append(w.out, faultf("", "the outline is no tree at object %d", next))
			return
		}
		w.seen[next] = true
		item := f.Dict(next)
		title := f.Text(item["Title"])
		w.titles[squash(title)] = true
		before, _ := item["Prev"].(pdfread.Ref)
		above, _ := item["Parent"].(pdfread.Ref)
		switch {
		case item == nil:
			w.out = append(w.out, faultf("", "the bookmark object %d is not there", next))
		case title == "":
			w.out = append(w.out, faultf("", "the bookmark object %d has no title", next))
		case before != prev || above != parent:
			w.out = append(w.out, faultf("", "the bookmark %q does not agree with its neighbours", title))
		case !w.e.leads(item, w.places):
			w.out = append(w.out, faultf("", "the bookmark %q leads nowhere", title))
		}
		w.walk(next, item, depth+1)
		prev = next
		next, _ = item["Next"].(pdfread.Ref)
	}
	if last, _ := d["Last"].(pdfread.Ref); last != prev {
		w.out = append(w.out, faultf("", "the outline breaks off before object %d", last))
	}
}

// places gives the named destinations (12.3.2.3).
func (e *pdfEdition) places() map[string]pdfread.Object {
	out := map[string]pdfread.Object{}
	var walk func(d pdfread.Dict, depth int)
	walk = func(d pdfread.Dict, depth int) {
		names := e.file.Array(d["Names"])
		for i := 0; i+1 < len(names); i += 2 {
			s, _ := e.file.Resolve(names[i]).(pdfread.String)
			out[string(s)] = names[i+1]
		}
		for _, kid := range e.file.Array(d["Kids"]) {
			if depth < maxKids {
				walk(e.file.Dict(kid), depth+1)
			}
		}
	}
	walk(e.file.Dict(e.file.Dict(e.catalog["Names"])["Dests"]), 0)
	return out
}

// leads says whether a bookmark or a link leads to a page of the file or to an address.
func (e *pdfEdition) leads(d pdfread.Dict, places map[string]pdfread.Object) bool {
	dest := e.file.Resolve(d["Dest"])
	if action := e.file.Dict(d["A"]); action != nil {
		if e.file.Name(action["S"]) == "URI" {
			return e.file.Text(action["URI"]) != ""
		}
		dest = e.file.Resolve(action["D"])
	}
	if name, ok := dest.(pdfread.String); ok {
		dest = e.file.Resolve(places[string(name)])
	}
	if d, ok := dest.(pdfread.Dict); ok {
		dest = e.file.Resolve(d["D"])
	}
	a, _ := dest.(pdfread.Array)
	if len(a) == 0 {
		return false
	}
	r, _ := a[0].(pdfread.Ref)
	_, ok := e.pageOf[r]
	return ok
}

// links judges annotations and named places.
func links(e *pdfEdition) []fault {
	var out []fault
	places := e.places()
	for i, p := range e.pages {
		media, _ := e.file.Box(p, "MediaBox")
		for _, o := range e.file.Array(p.Dict["Annots"]) {
			d := e.file.Dict(o)
			rect, _ := e.file.Rect(d["Rect"])
			place := at(i, rect[0], rect[1])
			switch {
			case e.kind != kindScreen:
				out = append(out, faultf(place, "an annotation in a print edition"))
			case e.file.Name(d["Subtype"]) != "Link":
				out = append(out, faultf(place, "an annotation of the kind %q", e.file.Name(d["Subtype"])))
			case !rect.In(media):
				out = append(out, faultf(place, "the link lies outside the page"))
			case !e.leads(d, places) && e.file.Text(d["Dest"]) != "":
				out = append(out, faultf(place, "the link leads nowhere: %q", e.file.Text(d["Dest"])))
			case !e.leads(d, places):
				out = append(out, faultf(place, "the link leads nowhere"))
			}
		}
	}
	if e.kind == kindScreen && e.issue != nil {
		for _, a := range e.issue.Articles {
			if places[a.ID] == nil {
				out = append(out, faultf("", "the article %s has no named place", a.ID))
			}
		}
	}
	return out
}
