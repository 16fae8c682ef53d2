// Package check looks an issue over as a proof-reader would and says what
// deserves a look.
//
// [Issue] gives the findings of an issue. [Catalogue] lists every code there
// is, with an explanation and an example; also those that other stages raise.
// A code never changes its meaning.
//
// A finding never changes the text. The rules are made to be believed: where
// the evidence allows a second reading, a rule is silent, or says so with a low
// confidence. Each rule takes time in proportion to the text.
package check
