package check

// How sure a finding is that it saw a slip and not a custom, by what it rests
// on. Readers sort by it, so the steps are few and far enough apart to mean something.
const (
	proved   = 0.95 // arithmetic, or two names that differ in one character
	plain    = 0.9  // a form that has no right use
	strong   = 0.8  // a form whose right uses are rare and known to the rule
	likely   = 0.7  // a form with right uses that the rule cannot all know
	fair     = 0.6  // two places that disagree, with another explanation at hand
	even     = 0.5  // as often the editors' will as a slip
	doubtful = 0.4  // more often their will; told because a look costs little
	faint    = 0.3  // worth a line in a list, and no more
)
