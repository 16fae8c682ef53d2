// Package label says what every row of an issue is: a linear chain with learnt
// weights reads the evidence of all rows together and gives each a kind, and
// tells whether the row begins a block of that kind or goes on with one.
package label

// A Kind is what a row can be.
type Kind uint8

// The kinds, as the weights' table names them.
const (
	Cover           Kind = iota // what the cover shouts
	Colophon                    // 版权页: who publishes, prints, edits
	ContentsHead                // 目录
	ContentsSection             // a column's name among the contents
	Contents                    // an entry of the contents
	Running                     // running heads, folios, edge tabs
	Section                     // a column's opener, on a page or a line of its own
	Kicker                      // 引题, over the title
	Title
	Subtitle
	Byline
	Lead     // the standfirst under a title, 导语
	Abstract // 摘要, 关键词 of journals
	Heading
	Paragraph
	Caption
	Quote       // a pull quote: a sentence of the text set again
	Note        // notes and references, 注释, 参考文献, 作者简介
	Jump        // 下转第8页, 上接第1页
	Box         // text apart from the article's own: 链接, 小贴士
	List        // kept line by line
	Code        // kept line by line
	Table       // kept line by line
	Verse       // kept line by line
	Notice      // 启事: belongs to no article
	Inline      // a paragraph's opening that is set apart: 本报讯（记者 …）
	Affiliation // where an author works
	Source      // 摘自, 来源, 供稿
	Editor      // 责任编辑
	Kinds       // how many there are
)

//say:words
var names = [Kinds]string{"cover", "colophon", "contents-head", "contents-section", "contents", "running", "section", "kicker", "title", "subtitle",
	"byline", "lead", "abstract", "heading", "paragraph", "caption", "quote", "note", "jump", "box", "list", "code", "table", "verse",
	"notice", "inline", "affiliation", "source", "editor"}

func (k Kind) String() string { return names[k] }

// KindOf gives the kind of that name.
func KindOf(name string) (Kind, bool) {
	for k, n := range names {
		if n == name {
			return Kind(k), true
		}
	}
	return 0, false
}

// A Label is what one row was found to be.
type Label struct {
	Kind     Kind
	Begins   bool    // another block of this kind begins here
	Margin   float64 // how much better the chain likes this kind than RunnerUp; 0 where it was not asked
	RunnerUp Kind
}
