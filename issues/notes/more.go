package notes

import "kanyin/issues/issue"

// mostMore is how many paragraphs a note goes on for at most, so that a text
// between two notes is not taken for one.
const mostMore = 3

// goOn finds the further paragraphs of notes: what stands between a note and
// the next of its list, whose mark the text has before both.
func (l *Links) goOn(blocks []issue.Block) {
	begins, refers := map[int]bool{}, map[int]bool{}
	for _, n := range l.Notes {
		begins[n.Block] = true
	}
	for _, r := range l.Refs {
		refers[r.Block] = true
	}
	for i := range l.Notes {
		n := &l.Notes[i]
		end := n.Block + 1
		for end < len(blocks) && !begins[end] && end-n.Block <= mostMore && plain(&blocks[end]) {
			end++
		}
		last := i+1 == len(l.Notes) || l.Notes[i+1].Block > n.Block // the block may hold the next note, too
		if !last {
			continue
		}
		next := i+1 < len(l.Notes) && end == l.Notes[i+1].Block && l.Refs[l.Notes[i+1].Back].Block < n.Block
		for k := n.Block + 1; k < end; k++ {
			if !next && blocks[k].Kind == issue.Paragraph || refers[k] || beginsNote(&blocks[k]) {
				break
			}
			n.More = append(n.More, k)
		}
	}
}

func plain(b *issue.Block) bool {
	return b.Kind == issue.Note || b.Kind == issue.Reference || b.Kind == issue.Paragraph && b.Form == issue.Plain
}

// beginsNote reports whether the block is a note of its own, though nothing
// refers to it.
func beginsNote(b *issue.Block) bool { return firstMark.MatchString(b.Text) }
