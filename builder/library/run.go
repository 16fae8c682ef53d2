package library

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"syscall"
	"time"

	"kanyin/builder/library/series"
	"kanyin/builder/library/site"
	"kanyin/builder/press"
	"kanyin/issues/input"
	"kanyin/issues/say"
)

const (
	indexName = "index.html"
	markName  = "inventory.json" // every finished library has one
)

// Options say what a run shall do.
type Options struct {
	In      string         // the tree of issues
	Out     string         // the library
	State   string         // where states are kept; "" is beside the library, in Out.state
	Program string         // what tells this program from any other: its version, or its digest
	Shard   Shard          // the share of the tree that is made; the zero value is all of it, and the index
	OCFL    string         // an OCFL storage root that the archives are laid into; "" for none
	Now     time.Time      // when versions are laid there: an archive tells when it got what
	Index   bool           // make the index alone, of what all shares made
	Workers int            // issues made at the same time; 0 is as many as there are processors
	Limits  input.Options  // of the inputs
	Step    func(Step)     // is told of every issue that is done with; calls do not overlap
	Say     func(say.Text) // is told what a run does besides
}

// A Step is one issue done with; the first, of a number of issues, is none
// done yet.
type Step struct {
	Done, Total int
	Outcome     Outcome
}

// A run is one call of Run.
type run struct {
	o       Options
	press   *press.Press
	config  Config
	keyer   keyer
	site    *site.Site
	store   store
	stage   string
	sources []source

	mu       sync.Mutex
	states   map[string]state
	owners   map[string]string // source by place
	outcomes map[string]Outcome
	series   []series.Finding
	fatal    error
	done     int
}

// Run brings a library up to date with its tree: it makes what is new or
// changed, leaves what is not, and makes the index anew where anything
// changed. Whatever goes wrong with an issue is its outcome, and its former
// editions stay; an error is what stops the whole run, such as a full disk.
func Run(ctx context.Context, p *press.Press, o Options) (*Report, error) {
	r, unlock, err := open(p, o)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if !o.Index {
		r.each(ctx, r.mine(), r.update)
	}
	if r.fatal == nil && ctx.Err() == nil && o.Shard.whole() {
		if err := r.finish(ctx); err != nil {
			r.fatal = err
		}
	}
	if err := os.RemoveAll(r.stage); err == nil {
		os.Remove(filepath.Dir(r.stage)) // unless another share is at work there
	}
	if r.fatal == nil && ctx.Err() != nil {
		r.fatal = say.Errorf("interrupted; what was made stands, and the next run goes on")
	}
	return r.report(), r.fatal
}

func open(p *press.Press, o Options) (_ *run, unlock func(), err error) {
	if o.Say == nil {
		o.Say = func(say.Text) {}
	}
	if o.Step == nil {
		o.Step = func(Step) {}
	}
	if o.State == "" {
		o.State = filepath.Clean(o.Out) + ".state"
	}
	if o.Workers == 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	r := &run{o: o, press: p, store: store{o.State}, owners: map[string]string{}, outcomes: map[string]Outcome{}}
	if r.config, err = readConfig(o.In); err != nil {
		return nil, nil, err
	}
	if r.site, err = site.New(r.config.site()); err != nil {
		return nil, nil, err
	}
	if r.keyer, err = newKeyer(o.Program, r.config); err != nil {
		return nil, nil, err
	}
	if err := checkOut(o.Out); err != nil {
		return nil, nil, err
	}
	if unlock, err = lock(o.State, o.Shard, o.Say); err != nil {
		return nil, nil, err
	}
	if err := r.prepare(); err != nil {
		unlock()
		return nil, nil, err
	}
	return r, unlock, nil
}

// prepare sweeps what killed runs left, finds the tree's issues and loads their states.
func (r *run) prepare() error {
	r.stage = filepath.Join(r.o.Out, stageName, "all")
	swept := filepath.Dir(r.stage)
	if !r.o.Shard.whole() {
		r.stage = filepath.Join(r.o.Out, stageName, r.o.Shard.name())
		swept = r.stage
	} else if err := r.store.sweep(); err != nil {
		return err
	}
	if err := os.RemoveAll(swept); err != nil {
		return err
	}
	if err := os.MkdirAll(r.stage, 0o755); err != nil {
		return err
	}
	var err error
	if r.sources, err = find(r.o.In, r.o.Out, r.o.State); err != nil {
		return err
	}
	if len(r.sources) == 0 {
		return say.Errorf("%s: there is no issue in the tree: no .txt, .pdf, .docx or .odt, and no folder with an %s", r.o.In, press.ConfigName)
	}
	if r.states, err = r.store.load(); err != nil {
		return err
	}
	known := map[string]bool{}
	for _, s := range r.sources {
		known[s.Name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(r.states)) {
		if s := r.states[name]; known[name] && s.Place != "" {
			r.owners[s.Place] = name
		}
	}
	return nil
}

// mine gives the issues of the run's share.
func (r *run) mine() []source {
	var list []source
	for _, s := range r.sources {
		if r.o.Shard.has(s.Name) {
			list = append(list, s)
		}
	}
	return list
}

// each does something with every issue, several at the same time. It ends
// early when the run cannot go on.
func (r *run) each(ctx context.Context, list []source, do func(source) Outcome) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	queue := make(chan source)
	var wg sync.WaitGroup
	for range min(r.o.Workers, len(list)) {
		wg.Go(func() {
			for s := range queue {
				if r.conclude(do(s), len(list)) != nil {
					cancel()
				}
			}
		})
	}
	r.done = 0
	if len(list) > 0 {
		r.o.Step(Step{Total: len(list)})
	}
	for _, s := range list {
		select {
		case queue <- s:
		case <-ctx.Done():
		}
	}
	close(queue)
	wg.Wait()
}

// conclude notes what came of an issue and gives the error that ends the run.
func (r *run) conclude(o Outcome, total int) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if errors.Is(o.err, syscall.ENOSPC) && r.fatal == nil {
		r.fatal = say.Errorf("%s: %w; make room, and the next run goes on", r.o.Out, syscall.ENOSPC)
	}
	r.outcomes[o.Source] = o
	r.done++
	r.o.Step(Step{r.done, total, o})
	return r.fatal
}

// update makes an issue where it changed. One whose place another issue has is
// left to finish, which sees them all.
func (r *run) update(s source) Outcome {
	key, err := r.keyer.key(s)
	if err != nil {
		return failed(s, err)
	}
	r.mu.Lock()
	former := r.states[s.Name]
	r.mu.Unlock()
	if former.Key == key && former.whole(r.o.Out) {
		return Outcome{Source: s.Name, Place: former.Place, Status: Unchanged, Findings: len(former.Found), Found: said(former.Found)}
	}
	read, err := r.read(s)
	if err != nil {
		return failed(s, err)
	}
	place := read.claim
	if former.Claim == place && former.Place != "" {
		place = former.Place // beside another issue, perhaps
	}
	if !r.take(place, s.Name) {
		if err := r.keep(state{Source: s.Name, Claim: read.claim, Place: former.Place, Files: former.Files}); err != nil {
			return failed(s, err)
		}
		return Outcome{Source: s.Name, Place: former.Place, Status: Waiting}
	}
	return r.put(s, key, read, place)
}

// take makes a source the owner of a place, unless another one is.
func (r *run) take(place, source string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if owner, ok := r.owners[place]; ok && owner != source {
		return false
	}
	r.owners[place] = source
	return true
}

// put makes an issue in a place and remembers that.
func (r *run) put(s source, key string, read reading, place string) Outcome {
	found, files, err := r.make(s, read.at(place), place)
	if err == nil {
		err = r.keep(state{Source: s.Name, Key: key, Claim: read.claim, Place: place, Files: files, Found: kept(found)})
	}
	if err != nil {
		return failed(s, err)
	}
	return Outcome{Source: s.Name, Place: place, Status: Made, Findings: len(found), Found: found}
}

func kept(list []say.Text) []say.Kept {
	out := make([]say.Kept, len(list))
	for i, t := range list {
		out[i].Text = t
	}
	return out
}

func said(list []say.Kept) []say.Text {
	out := make([]say.Text, len(list))
	for i, k := range list {
		out[i] = k.Text
	}
	return out
}

func (r *run) keep(s state) error {
	if err := r.store.save(s); err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.states[s.Source] = s
	return nil
}
