package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"kanyin/builder/press"
	"kanyin/issues/correct"
	"kanyin/issues/issue"
	"kanyin/issues/say/speak"
	"kanyin/issues/source"
)

func correctCommand(v speak.Voice) *cli.Command {
	return &cli.Command{
		Name:      "correct",
		Usage:     v.Say("put right what an issue was read wrongly"),
		ArgsUsage: "ISSUE 'CORRECTION'...",
		Description: v.Say("A LINE is its number, or what it begins with. Corrections are kept in %s beside the\n"+
			"text (in NAME.%s, where several texts lie there), which stays as it came; all commands read\n"+
			"it, and a later correction of a line takes the place of the former.\n\n"+
			"   kanyin correct issue.txt '172 is heading'          what a line is: %s\n"+
			"   kanyin correct issue.txt '9 is dropped: a slogan'  no edition prints it\n"+
			"   kanyin correct issue.txt '301 begins'              an article begins here; 'begins not': none does\n"+
			"   kanyin correct issue.txt '172 after 166'           which line goes on after which; '166 ends': none does\n"+
			"   kanyin correct issue.txt '172 cut 晾衣绳上'          the block ends inside the line, before that\n"+
			"   kanyin correct issue.txt '240 in 248'              its article, by a line of it; '218 behind 232': its place\n"+
			"   kanyin correct issue.txt '301 title 一杆老秤'        also subtitle, authors, section, subsection, page\n"+
			"   kanyin correct issue.txt '301 follows 248'         the order of articles; '301 first'\n"+
			"   kanyin correct issue.txt '62 announces 302'        a row of the contents and its article\n"+
			"   kanyin correct issue.txt '62 text 老称 → 老秤'       what a line should say\n"+
			"   kanyin correct issue.txt '184 picture bridge.jpg'  the picture of a caption\n"+
			"   kanyin correct issue.txt '62 checked title-mismatch'\n"+
			"   kanyin correct --check issue.txt                   what each correction does to the issue", correct.Name, correct.Name, kindList()),
		Flags: []cli.Flag{
			toggle("check", v.Say("tell what each correction does to the issue, and change nothing")),
			&cli.StringFlag{Name: "editor", Usage: v.Say("`WHO` corrects; it is kept with the correction")},
			&cli.StringFlag{Name: "note", Usage: v.Say("`WHY` it is corrected; it is kept, too")},
			maxSize(v),
		},
		Action: correctIssue, BashComplete: offers(nil),
	}
}

func kindList() string { return strings.Join(correct.Kinds[:6], ", ") + ", …" }

func correctIssue(c *cli.Context) error {
	args, err := operands(c)
	if err != nil {
		return err
	}
	switch {
	case len(args) == 0 || args[0] == "-":
		return usagef("correct takes an issue that has a place of its own, and corrections")
	case len(args) == 1 && !c.Bool("check"):
		return usagef("correct takes the corrections behind the issue, such as '172 is heading'; --check tells those that there are")
	}
	in, err := openInput(c, args[0])
	if err != nil {
		return err
	}
	name, f, err := in.File()
	if err != nil {
		return err
	}
	in.Name = name
	path := in.CorrectionsPath
	book, err := correct.Parse(path, in.CorrectionsTOML)
	if err != nil {
		return err
	}
	for _, sentence := range args[1:] {
		fit, _ := correct.Fit(book.Corrections(), f)
		said, err := fit.Sentence(sentence)
		if err != nil {
			return usagef("%v", err)
		}
		said.Editor, said.Note = c.String("editor"), c.String("note")
		if err := book.Add(said); err != nil {
			return err
		}
	}
	if c.Bool("check") {
		return tellEffects(voice(c), c.App.Writer, in, f, book.Corrections())
	}
	return keep(c, in, f, path, book)
}

// keep writes the corrections, whole or not at all, and tells what became of
// the issue.
func keep(c *cli.Context, in press.Input, f *source.File, path string, book *correct.Book) error {
	in.Corrections = book.Corrections()
	j, err := press.ReadFile(in, f)
	if err != nil {
		return err
	}
	if err := in.Keep(in.CorrectionsTOML, book.Bytes()); err != nil {
		return err
	}
	fmt.Fprintln(c.App.Writer, path)
	for _, found := range j.Issue.Findings {
		if strings.HasPrefix(found.Code, "correction-") {
			voice(c).Print(c.App.ErrWriter, "kanyin: %s\n", found.Format(in.Name))
		}
	}
	return nil
}

// tellEffects tells of each correction what the issue would be without it.
func tellEffects(v speak.Voice, w io.Writer, in press.Input, f *source.File, list []correct.Correction) error {
	read := func(list []correct.Correction) (*issue.Issue, error) {
		in.Corrections = list
		j, err := press.ReadFile(in, f)
		return j.Issue, err
	}
	all, err := read(list)
	if err != nil {
		return err
	}
	for i, c := range list {
		without, err := read(append(append([]correct.Correction{}, list[:i]...), list[i+1:]...))
		if err != nil {
			return err
		}
		fmt.Fprintln(w, c.Says())
		effects := correct.Effects(without, all)
		for _, row := range effects {
			fmt.Fprintln(w, "  "+v.Text(row))
		}
		if effects == nil {
			v.Print(w, "  changes nothing: the issue is read so without it\n")
		}
	}
	for _, found := range all.Findings {
		if strings.HasPrefix(found.Code, "correction-") {
			fmt.Fprintln(w, v.Text(found.Format(in.Name)))
		}
	}
	return nil
}
