package main

// These imports keep the pinned libraries in go.mod until their packages stand.
import (
	_ "github.com/go-shiori/go-epub"
	_ "github.com/pelletier/go-toml/v2"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/signintech/gopdf"
	_ "github.com/tdewolff/font"
	_ "github.com/urfave/cli/v2"
	_ "golang.org/x/image/font/sfnt"
	_ "golang.org/x/text/encoding"
)
