package library

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"kanyin/builder/library/catalog"
	"kanyin/builder/library/series"
	"kanyin/issues/say"
)

// finish gives every issue its place, takes out what has left the tree, and
// makes the index where anything changed.
func (r *run) finish(ctx context.Context) error {
	records, err := catalog.Load(r.o.Out)
	if err != nil {
		return err
	}
	if err := r.settle(ctx, records); err != nil || ctx.Err() != nil {
		return err
	}
	if records, err = catalog.Load(r.o.Out); err != nil {
		return err
	}
	if records, err = r.sweep(records); err != nil {
		return err
	}
	r.tellMissing(records)
	cat := catalog.New(records)
	r.series = series.Check(cat)
	if err := r.index(cat); err != nil {
		return err
	}
	return r.deposit(ctx, cat)
}

// settle makes the issues whose place is not yet theirs: those that claim a
// place together with others, and those that two runs made in one place.
func (r *run) settle(ctx context.Context, records []*catalog.Record) error {
	claims, standing := map[string]string{}, map[string]int{}
	for _, rec := range records { // of shares whose states are elsewhere
		if _, ok := r.states[rec.Source]; !ok {
			claims[rec.Source] = cmp.Or(rec.Claim, rec.Place)
		}
	}
	known := map[string]bool{}
	for _, s := range r.sources {
		known[s.Name] = true
		if st := r.states[s.Name]; st.Claim != "" {
			claims[s.Name] = st.Claim
			standing[st.Place]++
		}
	}
	for source := range claims {
		if !known[source] {
			delete(claims, source)
		}
	}
	places := assign(claims)
	var list []source
	for _, s := range r.sources {
		st, ok := r.states[s.Name]
		if ok && st.Claim != "" && (st.Place != places[s.Name] || st.Key == "" || standing[st.Place] > 1) {
			list = append(list, s)
		}
	}
	r.each(ctx, list, func(s source) Outcome {
		key, err := r.keyer.key(s)
		if err != nil {
			return failed(s, err)
		}
		read, err := r.read(s)
		if err != nil {
			return failed(s, err)
		}
		return r.put(s, key, read, places[s.Name])
	})
	return r.fatal
}

// sweep takes out of the library the places of issues that have left the tree
// or moved to another place. It gives the records that stay.
func (r *run) sweep(records []*catalog.Record) ([]*catalog.Record, error) {
	var stay []*catalog.Record
	for _, rec := range records {
		st, ok := r.states[rec.Source]
		switch gone := !r.inTree(rec.Source); {
		case gone:
			r.outcomes[rec.Source] = Outcome{Source: rec.Source, Place: rec.Place, Status: Withdrawn}
		case !ok || st.Place == rec.Place:
			stay = append(stay, rec)
			continue
		}
		if err := removePlace(r.o.Out, rec.Place); err != nil {
			return nil, err
		}
	}
	for name, st := range r.states {
		if !r.inTree(name) {
			r.outcomes[name] = Outcome{Source: name, Place: st.Place, Status: Withdrawn}
			if err := r.store.drop(name); err != nil {
				return nil, err
			}
		}
	}
	return stay, nil
}

// inTree says whether a source is in the tree, or may be: in a folder that
// cannot be looked into.
func (r *run) inTree(name string) bool {
	return slices.ContainsFunc(r.sources, func(s source) bool {
		return s.Name == name || s.err != nil && strings.HasPrefix(name, s.Name+"/")
	})
}

// tellMissing names the issues that an index does not have since no share made
// them yet.
func (r *run) tellMissing(records []*catalog.Record) {
	if !r.o.Index {
		return
	}
	has := map[string]bool{}
	for _, rec := range records {
		has[rec.Source] = true
		if _, told := r.outcomes[rec.Source]; !told {
			r.outcomes[rec.Source] = Outcome{Source: rec.Source, Place: rec.Place, Status: Unchanged, Findings: rec.Findings}
		}
	}
	for _, s := range r.sources {
		if _, told := r.outcomes[s.Name]; !told && !has[s.Name] {
			r.outcomes[s.Name] = failed(s, say.Errorf("no share has made it yet"))
		}
	}
}

// An indexing is the note of the last index: what it was made from and which
// files it has.
type indexing struct {
	Key   string           `json:"key"`
	Files map[string]int64 `json:"files"`
}

// index writes all that tells of several issues: shelves, feeds, search,
// inventory. Where nothing changed, it looks at the files' sizes and is done.
func (r *run) index(cat *catalog.Catalog) error {
	h := sha256.New()
	fmt.Fprintln(h, r.keyer.common)
	for _, rec := range cat.Issues() {
		data, err := rec.JSON()
		if err != nil {
			return err
		}
		h.Write(data)
	}
	next := indexing{hex.EncodeToString(h.Sum(nil)), map[string]int64{}}
	var last indexing
	if json.Unmarshal([]byte(r.store.noted("index.json")), &last) == nil && last.Key == next.Key && r.stand(last.Files) {
		return nil
	}
	r.o.Say(say.Of("making shelves, feeds and search"))
	put := func(name string, data []byte) error {
		next.Files[name] = int64(len(data))
		return r.replace(name, data)
	}
	for _, part := range parts {
		if err := part.make(r, cat, put); err != nil {
			return say.Errorf("build %s: %w", part.name, err)
		}
	}
	if err := r.clear(next.Files); err != nil {
		return err
	}
	note, err := json.Marshal(next)
	if err != nil {
		return err
	}
	return r.store.note("index.json", string(note))
}

func (r *run) stand(files map[string]int64) bool {
	for name, size := range files {
		info, err := os.Stat(filepath.Join(r.o.Out, filepath.FromSlash(name)))
		if err != nil || info.Size() != size {
			return false
		}
	}
	return len(files) > 0
}

// replace writes a file of the index beside its place and renames it in; one
// that is the same already stays, with its time, for those who fetched it.
func (r *run) replace(name string, data []byte) error {
	to := filepath.Join(r.o.Out, filepath.FromSlash(name))
	if old, err := os.ReadFile(to); err == nil && string(old) == string(data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	staged := filepath.Join(r.stage, "index")
	if err := os.WriteFile(staged, data, 0o644); err != nil {
		return err
	}
	return os.Rename(staged, to)
}

// clear removes what an older index left: shelves of titles that are gone, and
// whatever else stands in the folders that are the index's own.
func (r *run) clear(files map[string]int64) error {
	for _, dir := range reserved {
		standing, err := sizes(filepath.Join(r.o.Out, dir))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		for name := range standing {
			if _, ok := files[dir+"/"+name]; !ok {
				if err := os.Remove(filepath.Join(r.o.Out, dir, filepath.FromSlash(name))); err != nil {
					return err
				}
				prune(r.o.Out, path.Join(dir, path.Dir(name)))
			}
		}
	}
	titles, err := os.ReadDir(r.o.Out)
	if err != nil {
		return err
	}
	for _, t := range titles {
		if _, ok := files[t.Name()+"/"+indexName]; !ok && t.IsDir() && t.Name() != stageName {
			os.Remove(filepath.Join(r.o.Out, t.Name(), indexName))
			os.Remove(filepath.Join(r.o.Out, t.Name())) // where nothing else is in it
		}
	}
	return nil
}
