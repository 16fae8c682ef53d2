package desk

import (
	"encoding/json"

	"kanyin/issues/correct"
	"kanyin/issues/say"
	"kanyin/issues/say/speak"
)

// pageWords are what the page says of its own, by the names that its modules know
// them by; {0} and {1} stand for what it puts in. What the issue and its findings
// say comes with them.
var pageWords = map[string]say.Text{
	"doubts":       say.Of("Doubts"),
	"source":       say.Of("Source"),
	"issue":        say.Of("The issue as read"),
	"preview":      say.Of("Preview"),
	"page":         say.Of("Typeset page"),
	"book":         say.Of("E-book"),
	"contents":     say.Of("Contents"),
	"undo":         say.Of("Undo"),
	"redo":         say.Of("Redo"),
	"help":         say.Of("Help"),
	"close":        say.Of("Close"),
	"done":         say.Of("Nothing is left to decide."),
	"left":         say.Of("{0} of {1} left"),
	"next":         say.Of("Next"),
	"former":       say.Of("Former"),
	"aside":        say.Of("Put aside"),
	"as-read":      say.Of("As it is read"),
	"as-stood":     say.Of("As it stood"),
	"elsewhere":    say.Of("It goes on here"),
	"article":      say.Of("It is an article"),
	"no-article":   say.Of("It is part of the article before"),
	"as-article":   say.Of("As the article has it"),
	"as-contents":  say.Of("As the contents have it"),
	"stands":       say.Of("It stands so"),
	"mend":         say.Of("Mend it"),
	"front":        say.Of("Cover, contents, masthead"),
	"dropped":      say.Of("Left out"),
	"kind":         say.Of("Kind"),
	"cut":          say.Of("Split …"),
	"cutHere":      say.Of("Split at the cursor"),
	"cutHint":      say.Of("Put the cursor where the second block begins."),
	"cutElsewhere": say.Of("Here the words were mended; split beside them."),
	"grip":         say.Of("Drag from here"),
	"up":           say.Of("Up"),
	"down":         say.Of("Down"),
	"tools":        say.Of("Tools of the block: {0}"),
	"toFront":      say.Of("Before all others"),
	"asPage":       say.Of("As pages"),
	"asLines":      say.Of("As lines"),
	"sourcePage":   say.Of("Page {0} of {1} of the source"),
	"noPicture":    say.Of("There is no picture of this page."),
	"pictureOf":    say.Of("the picture {0}"),
	"caption":      say.Of("It is the picture of this caption"),
	"join":         say.Of("Join with the one before"),
	"begins":       say.Of("An article begins here"),
	"beginsNot":    say.Of("No article begins here"),
	"move":         say.Of("Move to the article"),
	"edit":         say.Of("Mend the text"),
	"save":         say.Of("Save"),
	"cancel":       say.Of("Cancel"),
	"picture":      say.Of("Picture …"),
	"dropHere":     say.Of("A picture can be dropped here"),
	"why":          say.Of("Why so"),
	"title":        say.Of("Title of the article"),
	"subtitle":     say.Of("Subtitle"),
	"authors":      say.Of("Authors"),
	"section":      say.Of("Column"),
	"subsection":   say.Of("Under it"),
	"pageNumber":   say.Of("Page"),
	"details":      say.Of("Title and authors"),
	"said":         say.Of("Corrections"),
	"withdraw":     say.Of("Withdraw"),
	"saved":        say.Of("Kept in {0}"),
	"changed":      say.Of("The corrections were changed elsewhere; this is how they stand now."),
	"nothing":      say.Of("That changes nothing."),
	"announces":    say.Of("Its article"),
	"lost":         say.Of("The desk does not answer. What was said is kept; start kanyin desk again."),
	"toEdition":    say.Of("The typeset page {0} of {1}"),
	"untitled":     say.Of("without a title"),
	"keep":         say.Of("Keep in the issue"),
	"drop":         say.Of("Leave out"),
	"follows":      say.Of("Put the article behind"),
	"line":         say.Of("line {0}"),
	"working":      say.Of("Working …"),
	"mouse":        say.Of("By mouse: point at a line or a block to see where it stands on the other side, press it to choose it; drag a block behind another, or onto an article’s head; drop a picture on a caption. By finger or pen: press a block, its tools stand under it; drag it by the dots beside it."),
}

// pageKeys are the keys of the page and what each does, as the help tells them.
var pageKeys = []struct {
	keys string
	does say.Text
}{
	{"j k", say.Of("next, former doubt")},
	{"1 2", say.Of("choose an answer")},
	{"x", say.Of("put aside: checked, it stands so")},
	{"u", say.Of("undo")},
	{"Shift u", say.Of("redo")},
	{"↑ ↓", say.Of("next, former block")},
	{"e", say.Of("mend the text of the block")},
	{"d", say.Of("mend the words that the doubt is about")},
	{"s", say.Of("split the block")},
	{"b", say.Of("join it with the one before")},
	{"m", say.Of("move it to an article")},
	{"Enter", say.Of("to the block’s tools")},
	{"f", say.Of("the source as lines, as pages")},
	{"p", say.Of("preview")},
	{"?", say.Of("this help")},
	{"Esc", say.Of("back")},
}

// otherKinds are what blocks can be besides what a line can be said to be.
var otherKinds = []string{"picture", "standfirst", "abstract", "pull-quote", "box", "list", "code", "table", "reference", "jump", "notice", "opener"}

// spokenWords gives all that the page says in a voice, as its modules read it.
func spokenWords(v speak.Voice) string {
	said := struct {
		Words  map[string]string `json:"words"`
		Keys   [][2]string       `json:"keys"`
		Kinds  map[string]string `json:"kinds"`  // names of kinds
		Offers []string          `json:"offers"` // what a line can be said to be, in order
	}{map[string]string{}, nil, map[string]string{}, correct.Kinds}
	for name, t := range pageWords {
		said.Words[name] = v.Text(t)
	}
	for _, k := range pageKeys {
		said.Keys = append(said.Keys, [2]string{k.keys, v.Text(k.does)})
	}
	for _, list := range [][]string{correct.Kinds, otherKinds} {
		for _, k := range list {
			said.Kinds[k] = v.Text(say.Word(k))
		}
	}
	out, _ := json.Marshal(said) // of strings alone
	return string(out)
}
