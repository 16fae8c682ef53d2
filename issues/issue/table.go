package issue

import "regexp"

// tableWord opens what a table is called: 表一, 附表2, Table 3.
var tableWord = regexp.MustCompile(`^(?:附?表 ?[0-9一二三四五六七八九十]|Table [0-9])`)

// CallsTable reports whether a text says that it is a table's number and name.
func CallsTable(text string) bool { return tableWord.MatchString(text) }

// A TableSpan says which neighbouring blocks are one table: a Table, or the Data
// that are its rows, and the Caption that says what it is called.
type TableSpan struct {
	From, To int // its rows are the blocks From up to To
	Caption  int // stands over them, at From-1, or under them, at To; -1 where there is none
}

// Under reports whether the table's caption stands under it.
func (t TableSpan) Under() bool { return t.Caption == t.To }

// End is the first block behind the table and its caption.
func (t TableSpan) End() int { return max(t.To, t.Caption+1) }

// TableAt gives the table that begins with block i, be that its caption or its
// first row, and whether one does.
func TableAt(blocks []Block, i int) (TableSpan, bool) {
	t := TableSpan{From: i, Caption: -1}
	if callsTable(blocks, i) && captionsOver(blocks, i) {
		t.From, t.Caption = i+1, i
	}
	t.To = rowsEnd(blocks, t.From)
	if t.To == t.From {
		return TableSpan{}, false
	}
	if t.Caption < 0 && callsTable(blocks, t.To) && !captionsOver(blocks, t.To) {
		t.Caption = t.To
	}
	return t, true
}

// rowsEnd is the end of the table whose rows begin with block i, or i where none
// do. A head, or rows of more or fewer cells, begin another.
func rowsEnd(blocks []Block, i int) int {
	if !hasRows(blocks, i) {
		return i
	}
	end := i + 1
	if blocks[i].Kind == Table {
		return end
	}
	for hasRows(blocks, end) && blocks[end].Kind == Data && !blocks[end].Head && len(blocks[end].Rows[0]) == len(blocks[i].Rows[0]) {
		end++
	}
	return end
}

// captionsOver reports whether a table's caption belongs to the rows under it. In a row of
// tables and captions that begins with a table and ends with a caption they all stand
// under theirs: 表一's rows, 表一, 表二's rows, 表二. Otherwise a caption stands over its
// table, as GB/T 7713 has it, unless it is what a picture before it is called.
func captionsOver(blocks []Block, i int) bool {
	first, end := i, i+1
	for hasRows(blocks, first-1) || callsTable(blocks, first-1) {
		first--
	}
	for hasRows(blocks, end) || callsTable(blocks, end) {
		end++
	}
	under := hasRows(blocks, first) && callsTable(blocks, end-1)
	return !under && hasRows(blocks, i+1) && (i == 0 || blocks[i-1].Kind != Figure)
}

func callsTable(blocks []Block, i int) bool {
	return i >= 0 && i < len(blocks) && blocks[i].Kind == Caption && CallsTable(blocks[i].Text)
}

func hasRows(blocks []Block, i int) bool {
	return i >= 0 && i < len(blocks) && (blocks[i].Kind == Data || blocks[i].Kind == Table) && len(blocks[i].Rows) > 0
}
