package check

import (
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// A Rule is one code of the catalogue.
type Rule struct {
	Code        string   // never changes
	Title       say.Text // what it is about, in a few words
	Explanation say.Text // what it means, how it is found and where it errs, with an example

	check func(*proof) []issue.Finding // nil where another stage raises the code
}

// Issue gives what every rule finds, in the order of the catalogue.
func Issue(iss *issue.Issue) []issue.Finding {
	pr := newProof(iss)
	var found []issue.Finding
	for _, r := range Catalogue() {
		if r.check == nil {
			continue
		}
		for _, f := range r.check(pr) {
			f.Code = r.Code
			found = append(found, f)
		}
	}
	return found
}

// Catalogue gives all rules: contents against articles first, then people,
// then the text, then the issue's own figures, then what other stages raise.
func Catalogue() []Rule {
	return append([]Rule{
		titleMismatch(), authorMismatch(), contentsOnly(), bodyOnly(), pageOrder(),
		nameVariants(), missingEndMark(),
		emptyArticle(), numberingGap(), doubledParagraph(),
		doubledCharacter(), lookalikeCharacter(), foreignWord(), unbalanced(),
		widthMixed(), quotesMixed(),
		issnChecksum(), barcodeMismatch(), cnForm(), numberMismatch(),
	}, raised()...)
}
