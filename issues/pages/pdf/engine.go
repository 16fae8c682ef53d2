package pdf

import (
	"context"
	"errors"
	"io"
	"runtime"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"kanyin/issues/say"
)

const (
	mostMemory = 512 << 20 // of one instance, and four times that of the machine while it grows; a 300-page issue with scans takes 200 MB
	wasmPage   = 1 << 16

	// An instance is exchanged after so many handles, 150 bytes each on our
	// side and never given back before: it keeps a long book at 30 MB.
	mostHandles = 200_000
)

// An engine is the module, compiled, and the instances that run it.
type engine struct {
	pool  pdfium.Pool
	cache wazero.CompilationCache
}

// start compiles the module, or takes it from the cache.
func start(o Options) (*engine, error) {
	if o.Cache != "" && !o.Interpreted {
		if cache, err := wazero.NewCompilationCacheWithDir(o.Cache); err == nil {
			if e, err := startWith(o, cache); err == nil {
				return e, nil
			}
			cache.Close(context.Background()) // a full disk, a damaged file: go on without
		}
	}
	return startWith(o, nil)
}

func startWith(o Options, cache wazero.CompilationCache) (*engine, error) {
	ctx := experimental.WithCompilationWorkers(context.Background(), runtime.GOMAXPROCS(0))
	config := wazero.NewRuntimeConfig()
	if o.Interpreted {
		config = wazero.NewRuntimeConfigInterpreter()
	}
	config = config.WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(mostMemory / wasmPage)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	fonts, err := mountFonts()
	if err != nil {
		return nil, say.Errorf("%w: %w", ErrEngine, err)
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context:       ctx,
		MaxIdle:       1,
		MaxTotal:      2,
		RuntimeConfig: config,
		// At "/" and nowhere else: PDFium walks down to its font folders from there.
		FSConfig:     wazero.NewFSConfig().WithFSMount(fonts, "/"),
		Stdout:       io.Discard,
		Stderr:       io.Discard,
		RandomSource: zeros{},
	})
	if err != nil {
		return nil, say.Errorf("%w: %w", ErrEngine, err)
	}
	return &engine{pool, cache}, nil
}

func (e *engine) close() {
	e.pool.Close()
	if e.cache != nil {
		e.cache.Close(context.Background())
	}
}

// zeros is the chance that the module is given: none.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// A file is an open document.
type file struct {
	in       pdfium.Pdfium
	doc      references.FPDF_DOCUMENT
	count    int
	elements int  // structure elements that were numbered
	handles  int  // that this instance gave out
	taken    int  // bytes of pictures
	most     int  // that may be taken
	broken   bool // by its last page
}

// open opens the document in a new instance.
func (e *engine) open(data []byte) (*file, error) {
	in, err := e.pool.GetInstance(time.Minute)
	if err != nil {
		return nil, say.Errorf("%w: %w", ErrEngine, err)
	}
	f := &file{in: in, most: mostBytes}
	doc, err := in.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		f.close()
		if errors.Is(err, pdfiumerrors.ErrPassword) || errors.Is(err, pdfiumerrors.ErrSecurity) {
			return nil, ErrLocked
		}
		return nil, ErrDamaged
	}
	f.doc = doc.Document
	n, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: f.doc})
	if err != nil || n.PageCount == 0 {
		f.close()
		return nil, ErrDamaged
	}
	f.count = n.PageCount
	return f, nil
}

func (f *file) worn() bool { return f.broken || f.handles > mostHandles }

func (f *file) close() { f.in.Close() }
