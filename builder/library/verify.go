package library

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"kanyin/builder/library/catalog"
	"kanyin/builder/press"
	"kanyin/builder/verify"
	"kanyin/issues/say"
)

// Rebuilds say which archives' editions are made again and compared.
const (
	RebuildNone   = "none"
	RebuildSample = "sample" // one in twenty, the same ones each time
	RebuildAll    = "all"
)

// VerifyOptions say how a library is judged.
type VerifyOptions struct {
	Out     string
	State   string // where judgements are kept; "" is beside the library
	Program string // as in Options: another program judges anew
	Version string // the program's; a bag that another one made is not rebuilt
	Full    bool   // judge again what was judged before
	Rebuild string // one of the Rebuilds; "" is RebuildSample
	Workers int
	Step    func(done, total int)
}

// A Verdict is what holds of one file that a library gives away.
type Verdict struct {
	Place   string     `json:"place"` // of an OCFL root, the object's folder
	Edition string     `json:"edition"`
	File    string     `json:"file"`
	Holds   bool       `json:"holds"`
	Before  bool       `json:"before,omitempty"` // by an earlier judgement of the same bytes
	Rules   int        `json:"rules,omitempty"`  // that were held against it
	Faults  []say.Text `json:"faults,omitempty"`
}

// judged is the note of earlier judgements: the rules passed, by digest.
type judged map[string]int

// Verify judges every edition of a library: that it is there, that it has the
// bytes which its record tells, and that it keeps the rules of its kind. A file
// whose bytes were judged before, by the same program, is not judged again.
func Verify(ctx context.Context, p *press.Press, o VerifyOptions) ([]Verdict, error) {
	if o.Rebuild == "" {
		o.Rebuild = RebuildSample
	}
	if !slices.Contains([]string{RebuildNone, RebuildSample, RebuildAll}, o.Rebuild) {
		return nil, say.Errorf("archives are rebuilt by none, sample or all, not %q", o.Rebuild)
	}
	if o.State == "" {
		o.State = filepath.Clean(o.Out) + ".state"
	}
	records, err := catalog.Load(o.Out)
	if err != nil {
		return nil, err
	}
	if len(records) == 0 {
		return nil, say.Errorf("%s: there is no issue in it; \"kanyin library\" makes libraries", o.Out)
	}
	j := &judge{o: o, press: p, notes: judged{}, kept: judged{}}
	note := store{o.State}
	if !o.Full {
		json.Unmarshal([]byte(note.noted(j.noteName())), &j.notes) // a note that cannot be read judges nothing
	}
	verdicts := j.all(ctx, records)
	if err := ctx.Err(); err != nil {
		return nil, say.Errorf("interrupted")
	}
	data, err := json.Marshal(j.kept)
	if err != nil {
		return nil, err
	}
	return verdicts, note.note(j.noteName(), string(data))
}

type judge struct {
	o     VerifyOptions
	press *press.Press
	notes judged // of earlier runs

	mu   sync.Mutex
	kept judged // of this one
}

// noteName keeps the judgements of programs, and of rebuilds, apart.
func (j *judge) noteName() string {
	sum := sha256.Sum256([]byte(j.o.Program + " " + j.o.Rebuild))
	return "judged-" + hex.EncodeToString(sum[:6]) + ".json"
}

// A piece is one edition to be judged.
type piece struct {
	record  *catalog.Record
	edition catalog.Edition
}

func (j *judge) all(ctx context.Context, records []*catalog.Record) []Verdict {
	var pieces []piece
	for _, r := range catalog.New(records).Issues() {
		for _, e := range r.Editions {
			pieces = append(pieces, piece{r, e})
		}
		pieces = append(pieces, piece{r, catalog.Edition{Name: "pages"}})
	}
	return judgeAll(ctx, j.o, pieces, j.piece)
}

// judgeAll judges several pieces at the same time and gives the verdicts in
// the pieces' order.
func judgeAll[T any](ctx context.Context, o VerifyOptions, pieces []T, judge func(T) Verdict) []Verdict {
	verdicts := make([]Verdict, len(pieces))
	next := make(chan int)
	var mu sync.Mutex
	done := 0
	var wg sync.WaitGroup
	for range min(cmp.Or(o.Workers, runtime.GOMAXPROCS(0)), len(pieces)) {
		wg.Go(func() {
			for i := range next {
				verdicts[i] = judge(pieces[i])
				mu.Lock()
				done++
				if o.Step != nil {
					o.Step(done, len(pieces))
				}
				mu.Unlock()
			}
		})
	}
	for i := range pieces {
		select {
		case next <- i:
		case <-ctx.Done():
		}
	}
	close(next)
	wg.Wait()
	return verdicts
}

func (j *judge) piece(p piece) Verdict {
	v := Verdict{Place: p.record.Place, Edition: p.edition.Name, File: p.edition.File}
	if p.edition.File == "" {
		v.Faults = missingPages(j.o.Out, p.record)
	} else {
		j.edition(p, &v)
	}
	v.Holds = len(v.Faults) == 0
	return v
}

// missingPages names the files of an issue's pages that are not there.
func missingPages(out string, r *catalog.Record) []say.Text {
	names := []string{indexName, catalog.RecordName, r.Cover, r.Thumb}
	for _, a := range r.Articles {
		names = append(names, a.ID+".html")
	}
	var faults []say.Text
	for _, name := range names {
		if !exists(filepath.Join(out, filepath.FromSlash(r.Place), name)) {
			faults = append(faults, say.Of("%s is missing", name))
		}
	}
	return faults
}

func (j *judge) edition(p piece, v *Verdict) {
	file := filepath.Join(j.o.Out, filepath.FromSlash(path.Join(p.record.Place, p.edition.File)))
	is := catalog.Edition{Type: p.edition.Type}
	err := measure(file, &is)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		v.Faults = []say.Text{say.Of("the file is missing")}
		return
	case err != nil:
		v.Faults = []say.Text{say.Because(err)}
		return
	case is.SHA256 != p.edition.SHA256 || is.Size != p.edition.Size:
		v.Faults = append(v.Faults, say.Of("the file is not what was made: SHA-256 %s, %d bytes, while the record has %s, %d", is.SHA256, is.Size, p.edition.SHA256, p.edition.Size))
	}
	// An archive that is a folder is told by its manifest, which covers the
	// files only as long as somebody compares them: it is judged each time.
	rules, before := j.notes[is.SHA256]
	if before && p.edition.Type != "" {
		v.Before, v.Rules = true, rules
	} else if !j.rules(file, is, v) {
		return
	}
	if len(v.Faults) == 0 {
		j.mu.Lock()
		j.kept[is.SHA256] = v.Rules
		j.mu.Unlock()
	}
}

// rules holds an edition against the rules of its kind.
func (j *judge) rules(file string, is catalog.Edition, v *Verdict) bool {
	var o verify.Options
	if v.Edition == "archive" && (j.o.Rebuild == RebuildAll || j.o.Rebuild == RebuildSample && sampled(is.SHA256)) {
		o.Rebuild, o.Version = j.press.Rebuild, j.o.Version
	}
	report, err := verify.File(file, o)
	if err != nil {
		v.Faults = append(v.Faults, say.Because(err))
		return false
	}
	for _, x := range report.Results {
		if x.Failed() {
			v.Faults = append(v.Faults, x.Said())
		} else if x.Pass {
			v.Rules++
		}
	}
	return true
}

// sampled takes one in twenty by the digest, which has nothing to do with what
// an archive holds.
func sampled(digest string) bool { return digest < "0d" }
