package verify

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"maps"
	"path"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"kanyin/issues/say"
)

const (
	sourceDir       = "data/source/"
	editionsDir     = "data/editions/"
	configFile      = sourceDir + "issue.toml"
	correctionsFile = sourceDir + "corrections.toml"
	issueFile       = "data/issue.json"
	ledgerFile      = "data/ledger.csv"
	metsFile        = "data/mets.xml"
	recordFile      = "data/kanyin.json"
)

// papers looks into what explains the payload.
func papers(b *bag) []fault {
	var out []fault
	for _, name := range []string{issueFile, "data/findings.json", recordFile} {
		if !json.Valid(b.files[name]) {
			out = append(out, faultf(name, "it is missing, or no JSON"))
		}
	}
	for _, name := range []string{metsFile, "data/premis.xml"} {
		switch d := parse(b.files[name]); {
		case d.err != nil:
			out = append(out, faultf(inFile(name, d.line), "it is not well-formed: %v", d.err))
		case len(d.list) == 0:
			out = append(out, faultf(name, "it is missing, or empty"))
		}
	}
	if len(b.files["data/README.txt"]) == 0 {
		out = append(out, faultf("data/README.txt", "it is missing"))
	}
	mets := string(b.files[metsFile])
	for _, name := range b.paths {
		inner, payload := strings.CutPrefix(name, "data/")
		if payload && name != metsFile && !strings.Contains(mets, strings.ReplaceAll(inner, " ", "%20")) {
			out = append(out, faultf(name, "METS does not name it"))
		}
	}
	return out
}

// source gives the name of the bagged text, as issue.json has it, and what that
// says of it.
func (b *bag) source() (name string, said sourceJSON, ok bool) {
	var read struct {
		Source sourceJSON `json:"source"`
	}
	if json.Unmarshal(b.files[issueFile], &read) != nil {
		return "", said, false
	}
	name = sourceDir + path.Base(path.Clean("/"+read.Source.File))
	if name == sourceDir+"/" || name == configFile || name == correctionsFile { // names that the bag has no place for
		name = sourceDir + "issue.txt"
	}
	_, ok = b.files[name]
	return name, read.Source, ok
}

type sourceJSON struct {
	File     string `json:"file"`
	SHA256   string `json:"sha256"`
	Encoding string `json:"encoding"`
	Lines    int    `json:"lines"`
}

// source holds the source against the checksum that issue.json has of it.
func source(b *bag) []fault {
	name, said, ok := b.source()
	if !ok {
		return []fault{faultf(sourceDir, "there is no source, or issue.json does not tell of it")}
	}
	sum := sha256.Sum256(b.files[name])
	if got := hex.EncodeToString(sum[:]); got != said.SHA256 {
		return []fault{faultf(name, "its SHA-256 is %.12s…, issue.json says %.12s…", got, said.SHA256)}
	}
	return nil
}

// ledger sees to it that the table has a row for every line that is not blank,
// in order, and that the row has the line's text. A source that is not UTF-8
// is held against it by its number of lines alone.
func ledger(b *bag) []fault {
	rows, err := csv.NewReader(bytes.NewReader(b.files[ledgerFile])).ReadAll()
	if err != nil {
		return []fault{faultf(ledgerFile, "it is no table: %v", err)}
	}
	if len(rows) == 0 || len(rows[0]) != 7 {
		return []fault{faultf(ledgerFile, "it is missing, or no table of seven columns")}
	}
	name, said, ok := b.source()
	if !ok {
		return []fault{faultf(ledgerFile, "there is no source to hold it against")}
	}
	var out []fault
	last := 0
	texts := map[int]string{}
	for i, r := range rows[1:] {
		n, err := strconv.Atoi(r[0])
		switch {
		case err != nil || n <= last || n > said.Lines:
			out = append(out, faultf(ledgerFile, "row %d: line %q is out of order, or not in the source", i+2, r[0]))
		case r[1] == "" || r[2] == "":
			out = append(out, faultf(ledgerFile, "row %d: line %d went nowhere", i+2, n))
		}
		last = max(last, n)
		texts[n] = r[6]
	}
	if said.Encoding == "utf-8" {
		out = append(out, lines8(name, b.files[name], texts)...)
	}
	return out
}

// lines8 holds the lines of a UTF-8 source against the ledger's.
func lines8(name string, data []byte, texts map[int]string) []fault {
	var out []fault
	for n, s := range sourceLines(data) {
		got, ok := texts[n+1]
		switch {
		case strings.TrimSpace(s) == "":
		case !ok:
			out = append(out, faultf(inFile(name, n+1), "the ledger does not have the line"))
		case squash(got) != squash(s):
			out = append(out, faultf(inFile(name, n+1), "the ledger has %s for the line", begin(got)))
		}
	}
	return out
}

// sourceLines takes a text apart as reading does: at line feeds, carriage
// returns and form feeds.
func sourceLines(data []byte) []string {
	s := strings.TrimPrefix(string(data), "\uFEFF")
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	return strings.Split(s, "\n")
}

// editions judges the editions that lie in the bag, side by side.
func editions(b *bag) []fault {
	var names []string
	for _, name := range b.paths {
		if ext := path.Ext(name); strings.HasPrefix(name, editionsDir) && (ext == ".pdf" || ext == ".epub") {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return []fault{faultf(editionsDir, "there is no edition")}
	}
	faults := make([][]fault, len(names))
	var wait sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0)) // a room for each that is judged
	for i, name := range names {
		wait.Go(func() {
			free <- struct{}{}
			faults[i] = b.edition(name)
			<-free
		})
	}
	wait.Wait()
	return slices.Concat(faults...)
}

func (b *bag) edition(name string) []fault {
	report, err := Bytes(path.Base(name), b.files[name], Options{})
	if err != nil {
		return []fault{faultf(name, "%v", err)}
	}
	var out []fault
	for _, r := range report.Results {
		if !r.Pass {
			out = append(out, faultf(beside(name, r.Place), "%s: %s", r.Code, r.Text))
		}
	}
	return out
}

// beside names a place inside an edition of the bag.
func beside(name string, place say.Text) say.Text {
	if place.IsZero() {
		return say.Verbatim(name)
	}
	return say.Of("%s: %s", name, place)
}

// A record is what kanyin.json tells of the bag's making.
type record struct {
	Version  string          `json:"version"`
	Settings json.RawMessage `json:"settings"`
}

// stranger gives the version that made the bag, where a rebuild is wanted and
// the version that runs is another one.
func (b *bag) stranger() string {
	var made record
	if b.options.Rebuild == nil || b.options.Version == "" || json.Unmarshal(b.files[recordFile], &made) != nil || made.Version == b.options.Version {
		return ""
	}
	return made.Version
}

// rebuild makes the editions again and compares.
func rebuild(b *bag) []fault {
	name, _, ok := b.source()
	if !ok {
		return []fault{faultf(sourceDir, "there is no source to build from")}
	}
	var made record
	if err := json.Unmarshal(b.files[recordFile], &made); err != nil {
		return []fault{faultf(recordFile, "%v", err)}
	}
	sources := map[string][]byte{}
	for p, data := range b.files {
		if file, ok := strings.CutPrefix(p, sourceDir); ok {
			sources[file] = data
		}
	}
	fresh, err := b.options.Rebuild(path.Base(name), sources, made.Settings)
	if err != nil {
		return []fault{faultf("", "the editions cannot be built again: %v", err)}
	}
	var out []fault
	for _, p := range b.paths {
		file, edition := strings.CutPrefix(p, editionsDir)
		if !edition {
			continue
		}
		again, made := fresh[file]
		delete(fresh, file)
		switch {
		case !made:
			out = append(out, faultf(p, "building again does not make it"))
		case !bytes.Equal(again, b.files[p]):
			out = append(out, faultf(p, "built again, it differs from byte %d on", firstDifference(again, b.files[p])))
		}
	}
	for _, file := range slices.Sorted(maps.Keys(fresh)) {
		out = append(out, faultf(editionsDir+file, "building again makes it, but the bag does not have it"))
	}
	return out
}

func firstDifference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}
