package archive

import (
	"fmt"
	"strings"

	"kanyin/issues/issue"
)

// readme tells a person who has nothing but the bag what is in it and how to
// check it. It is in both languages: nobody knows who will open it.
func (b Builder) readme(iss *issue.Issue) []byte {
	m := iss.Meta
	name := m.Name()
	if name == "" {
		name = sourceName(iss)
	}
	var s strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&s, format+"\n", args...) }
	line("%s\n", name)
	line("这是一期刊物的存档包，按 BagIt 1.0（RFC 8493）封装。")
	line("This is the archive package of one issue of a periodical, a BagIt 1.0 bag (RFC 8493).\n")
	if m.ISSN != "" {
		line("ISSN %s", m.ISSN)
	}
	if m.CN != "" {
		line("CN %s", m.CN)
	}
	if m.Publisher != "" {
		line("%s", m.Publisher)
	}
	line("%d 篇文章 / articles\n", len(iss.Articles))
	row := func(path, zh, en string) { line("data/%s\n    %s\n    %s", path, zh, en) }
	row("source/"+sourceName(iss), "原始文本，一字未改", "the text as it came, not a byte changed")
	if len(b.Config) > 0 {
		row("source/issue.toml", "编者对原文的补充与更正", "what the editors added to the text, or set right")
	}
	if len(b.Corrections) > 0 {
		row("source/corrections.toml", "编者的订正：识读有误之处", "what an editor put right where the text was read wrongly")
	}
	for _, f := range b.Inputs {
		row("source/"+f.Path, "随刊文件：封面、印刷特性文件或字体", "a file that came with the issue: a cover, a profile or a face")
	}
	row("issue.json", "整理后的全刊：文章、段落及其原文行号", "the issue as read: articles and blocks, each with its source lines")
	row("ledger.csv", "行账：原文每个非空行的去处", "where every source line that is not blank went")
	row("findings.json", "存疑之处", "what deserves a look")
	if len(iss.Pictures) > 0 {
		row("pictures/", "图片原件", "the pictures as they came")
	}
	row("text/", "每篇文章的干净文本，UTF-8", "every article as clean text, UTF-8")
	for _, e := range b.Editions {
		row("editions/"+e.File, editionNames[e.Edition][0], editionNames[e.Edition][1])
	}
	row("fonts/", "所嵌字体的许可证", "licences of the fonts that the editions embed")
	row("mets.xml, premis.xml", "元数据：METS、MODS、PREMIS", "metadata: METS with MODS, and PREMIS")
	row("kanyin.json", "所用程序的版本与设置", "the program's version and settings")
	line("\n校验：在本目录运行")
	line("To check that nothing changed, run in this folder:\n")
	line("    sha512sum -c manifest-sha512.txt")
	line("    sha512sum -c tagmanifest-sha512.txt\n")
	line("装有 kanyin 时，“kanyin verify .”另用原文重做各版并逐字节比对。")
	line("With kanyin at hand, \"kanyin verify .\" also builds the editions again from the source and compares the bytes.")
	return []byte(s.String())
}

// editionNames tells each edition in Chinese and in English.
var editionNames = map[string][2]string{
	"epub":   {"电子书，EPUB 3.3", "the e-book, EPUB 3.3"},
	"screen": {"屏幕版，PDF/A-2a", "the screen edition, PDF/A-2a"},
	"print":  {"印刷版，PDF/X", "the print edition, PDF/X"},
}
