package seam_test

import (
	"encoding/json"
	"os"
	"testing"
)

func TestDumpPieces(t *testing.T) {
	b, _ := json.Marshal(readAnnotated(t, os.Getenv("SET")).pieces())
	os.WriteFile("/tmp/seam/pieces.json", b, 0o644)
}
