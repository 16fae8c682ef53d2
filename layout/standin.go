package layout

import "kanyin/layout/paragraph"

// STAND-IN until paragraph.Set is there; never committed.
func setParagraph(spans []paragraph.Span, st paragraph.Style, m Metrics) []paragraph.Line {
	var out []paragraph.Line
	var cur paragraph.Line
	x := st.Indent
	n := 0
	flush := func(last bool) {
		cur.Last = last
		cur.Width = x
		cur.To = n
		if st.Align == paragraph.Center || st.Align == paragraph.Right {
			d := st.Measure - x
			if st.Align == paragraph.Center {
				d /= 2
			}
			for i := range cur.Runs {
				cur.Runs[i].X += d
			}
		}
		out = append(out, cur)
		cur = paragraph.Line{From: n}
		x = 0
	}
	for si, s := range spans {
		face, size := s.Face, s.Size
		if face == "" {
			face = st.Face
		}
		if size == 0 {
			size = st.Size
		}
		for _, r := range s.Text {
			_, adv, ok := m.Glyph(face, r)
			if !ok {
				adv = 1000
			}
			w := Length(adv) * size / 1000
			if x+w > st.Measure && n > cur.From {
				flush(false)
			}
			if k := len(cur.Runs); k == 0 || cur.Runs[k-1].Span != si {
				cur.Runs = append(cur.Runs, paragraph.Run{X: x, Face: face, Size: size, Span: si, Raise: s.Raise})
			}
			run := &cur.Runs[len(cur.Runs)-1]
			run.Runes = append(run.Runes, r)
			run.Advances = append(run.Advances, w)
			x += w
			n++
		}
	}
	flush(true)
	return out
}
