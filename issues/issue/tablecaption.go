package issue

import "regexp"

// tableWord opens what a table is called: 表一, 附表2, Table 3.
var tableWord = regexp.MustCompile(`^(?:附?表 ?[0-9一二三四五六七八九十]|Table [0-9])`)

// CallsTable reports whether a text says that it is a table's number and name.
func CallsTable(text string) bool { return tableWord.MatchString(text) }

// CaptionsTable reports whether block i is the caption of the table whose rows
// begin with the next.
func CaptionsTable(blocks []Block, i int) bool {
	return i >= 0 && i+1 < len(blocks) && blocks[i].Kind == Caption && CallsTable(blocks[i].Text) &&
		blocks[i+1].Kind == Data && len(blocks[i+1].Rows) > 0 && (i == 0 || blocks[i-1].Kind != Figure)
}
