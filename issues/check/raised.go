package check

import "kanyin/issues/say"

// raised gives the codes that other stages raise, so that they can be explained
// in the same place.
func raised() []Rule {
	return []Rule{
		{
			Code:  "seam-moved",
			Title: say.Of("text was read on from another place"),
			Explanation: say.Of(`A paragraph or an article goes on elsewhere than in the next lines, and the
evidence for it is clear: a word across the cut, a quotation closed, a page
number, a numbering that continues. The finding names the line that was moved
and the line it follows; "kanyin inspect --why LINE" gives the evidence. Nothing
is lost: every line stands in the issue once.

    line 88    … 老人说，今年的水
    line 140   早了十天。
    finding    seam-moved: line 140 is read after line 88`),
		},
		{
			Code:  "seam-uncertain",
			Title: say.Of("text may go on in two places"),
			Explanation: say.Of(`The evidence for reading on elsewhere is not clear enough to move text. It was
left where it stands; the other reading is named. Look at the printed page.

    finding    seam-uncertain: the text may go on at line 140`),
		},
		{
			Code:  "title-uncertain",
			Title: say.Of("a line may be a title, or may not"),
			Explanation: say.Of(`The evidence that a line is a title is hardly stronger than the evidence that it
is something else, or the other way round. A wrong title takes a whole article
out of its place. "kanyin inspect --why LINE" gives the evidence for and against;
look at the printed page, and say what the line is with "kanyin correct".

    line 61    智造江城　共筑新梦
    finding    title-uncertain: the line was read as running, and may be title`),
		},
		{
			Code:  "line-twice",
			Title: say.Of("a line was read into two places"),
			Explanation: say.Of(`Two readings claimed one line, and it was left where it stood first. Nothing is
printed twice. It is a fault of kanyin, not of the text: look at the place, and
please report it with the issue.

    finding    line-twice: a line was read into two places; it was left in the first`),
		},
		{
			Code:  "line-lost",
			Title: say.Of("a line was read into no place"),
			Explanation: say.Of(`No reading claimed the line. It stands as a paragraph behind the line before it,
so that nothing is lost. It is a fault of kanyin, not of the text: look at the
place, and please report it with the issue.

    finding    line-lost: a line was read into no place; it stands as a paragraph behind the line before it`),
		},
		{
			Code:  "missing-glyph",
			Title: say.Of("no font has a character"),
			Explanation: say.Of(`None of the faces has the character, so it cannot be printed. Give the issue a
face of its own that has it, or look whether the character is a misreading.

    finding    missing-glyph: no font of the body has U+4DAE`),
		},
		{
			Code:  "illegal-character",
			Title: say.Of("a character cannot stand in an e-book"),
			Explanation: say.Of(`XML does not allow the character; the edition shows U+FFFD in its place, and
the source in the archive still has it.

    finding    illegal-character: U+0001 cannot stand in XHTML`),
		},
		{
			Code:  "ocr-doubtful",
			Title: say.Of("the recogniser was not sure of a line"),
			Explanation: say.Of(`The program that recognised the page gave the line a confidence under 60 of
100. Most such lines have a wrong character. Nothing was changed; compare the
line with the page.

    finding    ocr-doubtful: the recogniser was not sure of this line`),
		},
		{
			Code:  "picture-unread",
			Title: say.Of("a picture could not be taken"),
			Explanation: say.Of(`A manuscript has a picture that is neither JPEG nor PNG, that cannot be read, or
that does not lie beside it; a PDF has one that is damaged, larger than any that is
printed, or cut into slices. It is left out; its caption stands. Save it as JPEG
or PNG, in the manuscript or beside it, or name its file in issue.toml:

    [[picture]]
    file = "bridge.jpg"
    caption = "河口大桥合龙"

    finding    picture-unread: the picture is neither JPEG nor PNG and is left out`),
		},
		{
			Code:  "changes-accepted",
			Title: say.Of("tracked changes were taken as accepted"),
			Explanation: say.Of(`The manuscript has changes that nobody has accepted or refused. What was
inserted is printed, what was deleted is not. Go through them in the word
processor if that is not what was meant.

    finding    changes-accepted: 1 tracked insertion and 1 tracked deletion were taken as accepted`),
		},
		{
			Code:  "comment-left",
			Title: say.Of("a comment stands in the manuscript"),
			Explanation: say.Of(`Someone wrote a remark beside the text. It is not printed; it may be a question
that nobody has answered.

    finding    comment-left: a comment stands in the manuscript`),
		},
		{
			Code:  "marks-lost",
			Title: say.Of("something that stands at characters is set plain"),
			Explanation: say.Of(`A formula is set as plain text: read it on the proof. A reading over characters
or emphasis dots are lost where a correction took away the characters that they
stood beside; those that are left are all printed.

    finding    marks-lost: a reading or emphasis dots were lost: their characters stand in no text`),
		},
		{
			Code:  "text-missing",
			Title: say.Of("text could not be read"),
			Explanation: say.Of(`A part of the input holds text that could not be taken: hidden text, a file that
is only included, a character that has no code, a face that a PDF names and does
not bring. Such characters are U+FFFD in the text, or not in it at all. Compare
with the original; save a PDF again with its fonts embedded.

    finding    text-missing: 2 pieces of hidden text left out`),
		},
		{
			Code:  "cover-poor",
			Title: say.Of("the cover will look poor"),
			Explanation: say.Of(`The picture that was given for the e-book's cover is small, wider than high,
heavy, or in colours for a press. A heavy one was made smaller, one for a press
was put into RGB, one of a few points was left out and another drawn; any other
was taken all the same. A good one is a JPEG or PNG in RGB, about 1600 pixels
wide and 2560 high.

    finding    cover-poor: the cover has 300 × 400 pixels; under 600 it is blurred on a shelf`),
		},
		{
			Code:  "text-hidden",
			Title: say.Of("a PDF holds text that nobody sees"),
			Explanation: say.Of(`The page has invisible text beside its visible text: what a program knew of an
outlined title, or what an editor covered up. It was left out. Where it is wanted,
add it with a correction.

    finding    text-hidden: 4 characters on page 3 drawn invisibly and left out`),
		},
		{
			Code:  "page-unreadable",
			Title: say.Of("a page of a PDF cannot be read"),
			Explanation: say.Of(`The page is damaged, or more is drawn on it than on any page of a periodical. The
other pages were read. Have another program write the PDF anew, such as
"qpdf in.pdf out.pdf".

    finding    page-unreadable: page 7 cannot be read: it is damaged`),
		},
		{
			Code:  "picture-without-caption",
			Title: say.Of("a picture has no caption"),
			Explanation: say.Of(`No caption stands near the picture on its page. It was set after the text that
it interrupts. A caption that was read as a paragraph can be put right with a
correction; a picture can be given to a caption in corrections.toml.

    finding    picture-without-caption: a picture has no caption; it stands after the text that it interrupts`),
		},
		{
			Code:  "picture-coarse",
			Title: say.Of("a picture has too few pixels for print"),
			Explanation: say.Of(`At the size that it is set in, the picture has fewer than 200 pixels an inch:
its edges look soft in print. Below 100 its pixels are seen, and the finding is a
warning. Ask for the original.

    finding    picture-coarse: p012-1.jpg has 96 pixels an inch at 77 mm; print asks for 200`),
		},
		{
			Code:  "columns-split",
			Title: say.Of("columns stood side by side on one line"),
			Explanation: say.Of(`The text imitates the page with blanks, as pdftotext -layout writes it: a line
of the file holds a line of every column. The columns were cut at the white
between them and read one below the other. Lines are counted after that. The
PDF itself, where there is one, tells the order better.

    finding    columns-split: columns stood side by side on one line, …`),
		},
		{
			Code:  "dead-link",
			Title: say.Of("a link leads nowhere"),
			Explanation: say.Of(`An edition would have had a link to a place that is not in it, such as a note's
mark. The link was left out; the text stands as it was. It is a fault of kanyin,
not of the text: please report it with the issue.

    finding    dead-link: a01.xhtml has a link to a01.xhtml#a01-n3, which is not there`),
		},
		{
			Code:  "loose-line",
			Title: say.Of("a line had to be set wide"),
			Explanation: say.Of(`No way of breaking the paragraph fills the line within the limits of the style;
its spaces are wider than they should be. A long Latin word or an address in a
narrow column is the usual cause.

    finding    loose-line: the line is stretched by 0.4 em a space`),
		},
		{
			Code:  "pages-padded",
			Title: say.Of("pages for notes were added"),
			Explanation: say.Of(`A stitched issue has a multiple of four pages. What the stories leave open is
filled with ruled pages for notes before the back cover. "multiple = 1" in a
design takes them away.

    finding    pages-padded: 2 notes pages make 52 pages, a multiple of 4`),
		},
		{
			Code:  "correction-lost",
			Title: say.Of("a correction fits nothing"),
			Explanation: say.Of(`A correction in corrections.toml names a line that is not there, or asks for what
cannot be: the line was read otherwise, or the text came anew and has lost it.
Everything else was done. Name the line by what it begins with now, or take the
correction out.

    finding    correction-lost: a correction fits nothing: 166: 走在上面 is heading: no line begins so`),
		},
		{
			Code:  "correction-conflict",
			Title: say.Of("two corrections contradict each other"),
			Explanation: say.Of(`Two corrections of one line, or of one joint, cannot both hold. The one that
stands later in corrections.toml does. Take one of them out.

    finding    correction-conflict: 234: 会场里 is caption; 234: 会场里 is heading`),
		},
	}
}
