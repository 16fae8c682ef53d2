package source

// A Fact is what a page or a manuscript says of one line. The zero value says
// nothing, so a plain text has none.
type Fact struct {
	Page           int     // the sheet that the line stands on, from 1; 0 where there are no sheets
	Column         int     // from 1 in the order of reading; 0 where the line spans columns or there are none
	Columns        int     // how many columns stand side by side where the line stands
	X0, Y0, X1, Y1 float32 // the line's box on the upright sheet, in points from its top left corner
	Size           float32 // of the type, in points: that of the ideographs, where there are any; 0 unknown
	Face           string  // the face of the ideographs, by name or by any token that parts it from others
	Bold           bool    // the face is a bold one, or is drawn as one
	Colour         uint32  // 0xRRGGBB of most of the line
	Lead           int     // runes at the line's beginning that stand in another face than its rest
	Start, End     int8    // the line begins, ends a paragraph: 1 yes, -1 no, 0 not known
	Align          Align   // where the line stands in its measure, as a manuscript says
	Boxed          bool    // the line stands on a ground or inside a frame
	Stanza         bool    // of verse: a stanza begins with the line, and another came before
	Role           Role    // what a structure tree or a manuscript's style says that the line is
	Confidence     uint8   // of a recogniser, from 1 to 100; 0 where nobody recognised
}

// An Align is where a line stands in its measure; the zero value says nothing.
type Align int8

// The alignments.
const (
	AlignLeft Align = iota + 1
	AlignCentre
	AlignRight
)

// A Role is what a document itself says of a line, in a tag or a style.
type Role string

// The roles that documents give.
//
//say:words
const (
	NoRole          Role = ""
	TitleRole       Role = "title"
	SubtitleRole    Role = "subtitle"
	BylineRole      Role = "byline"
	HeadingRole     Role = "heading"  // directly under the article
	HeadingRole2    Role = "heading2" // and below that
	ParagraphRole   Role = "paragraph"
	CaptionRole     Role = "caption"
	NoteRole        Role = "note"
	ListRole        Role = "list"
	TableRole       Role = "table" // a row of a table, its cells parted by tabs
	CodeRole        Role = "code"
	QuoteRole       Role = "quote"
	BoxRole         Role = "box"
	ContentsRole    Role = "contents"
	SectionRole     Role = "section" // the column that an article stands in
	KickerRole      Role = "kicker"
	LeadRole        Role = "lead" // the standfirst
	AbstractRole    Role = "abstract"
	AffiliationRole Role = "affiliation"
	SourceRole      Role = "source" // 摘自, 来源
	EditorRole      Role = "editor"
	VerseRole       Role = "verse"
	FurnitureRole   Role = "furniture" // running head, folio, what a structure tree calls an artifact
)

// A Gloss is what a manuscript sets beside characters of a line: emphasis dots
// (着重号), or how they are read (拼音, 注音, ふりがな).
type Gloss struct {
	Line     int    // from 1
	From, To int    // the runes of the line
	Reading  string // "" for dots
}

// A Sheet is a page as it is read.
type Sheet struct {
	Width, Height float32 // in points
	Image         string  // the picture that it was recognised from, a file beside the input; "" where that is not known
}

// A Picture is an image of a page or a manuscript.
type Picture struct {
	Name           string  // of the file in editions, such as p012-1.jpg
	MIME           string  // image/jpeg or image/png
	Bytes          []byte  // as it came, where it was a file of its own kind
	Width, Height  int     // in its own pixels
	Page           int     // as Fact.Page
	X0, Y0, X1, Y1 float32 // as Fact's; all zero where there are no sheets
	After          int     // the source line that it stands behind, from 1; 0 before all
	Alt            string  // what the document itself says that it shows
	File           string  // of a picture that an editor added: the file that it lies in
	Caption        string  // of such a picture: the words that its caption begins with
}
