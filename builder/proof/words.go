package proof

// Words are the few that a proof says of its own, in the language.
type words struct {
	Proof, Findings, Corrections, Contents, Source, Read, Articles, Characters, Lines, Front, Dropped, Untitled, Line, None string
}

var english = words{
	"Proof", "Findings", "Corrections", "Contents", "Source", "As read", "Articles", "Characters", "Lines", "Front", "Left out", "without a title", "line", "none",
}

var chinese = words{
	"校样", "存疑", "订正", "目录", "原文", "读出的文字", "文章", "字数", "原文行数", "封面、目录、版权", "不入正文", "无题", "行", "无",
}
