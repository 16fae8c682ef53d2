package issue

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"time"
)

// Changed is when editions say that they were last changed, where nobody knows:
// the day that the issue is dated by, and a time of that day which follows from
// the content. Readers keep the book that they have while its identifier and
// its time of change are the same; a corrected issue must be another.
func (iss *Issue) Changed() time.Time {
	content, err := json.Marshal(struct {
		Meta     Meta
		Toc      []Entry
		Articles []Article
		Front    []Block
	}{iss.Meta, iss.Toc, iss.Articles, iss.Front})
	if err != nil {
		return iss.Meta.Issued() // texts, numbers and lists of them can be written down
	}
	const day = 24 * 60 * 60
	sum := sha256.Sum256(content)
	return iss.Meta.Issued().Add(time.Duration(binary.BigEndian.Uint64(sum[:8])%day) * time.Second)
}
