package normal_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/issues/normal"
)

func TestText(t *testing.T) {
	for what, cases := range map[string][][2]string{
		"marks beside Chinese become full-width": {
			{"船到了,人也到了;谁在等?没有人!", "船到了，人也到了；谁在等？没有人！"},
			{"他问:“船呢?”没人答", "他问：“船呢？”没人答"},
			{"共100人,其中30%是孩子", "共100人，其中30%是孩子"},
			{"他说“OK”,又说“我用WiFi!”", "他说“OK”，又说“我用WiFi！”"},
			{"用WiFi,GPS和5G", "用WiFi，GPS和5G"},
			{"A,B两点", "A，B两点"},
		},
		"a full stop only at an end": {
			{"船到了.", "船到了。"}, {"“船到了.”", "“船到了。”"}, {"3. 渡口", "3. 渡口"}, {"甲.乙", "甲.乙"}, {"目录......1", "目录......1"}, {"等等...", "等等..."}, {"等等。。。", "等等。。。"},
		},
		"numbers, times and ratios stay": {
			{"早上9:30开门,共1,200人,长3.5米,比分2:1", "早上9:30开门，共1,200人，长3.5米，比分2:1"},
			{"９：３０到２１：０５：１０", "9:30到21:05:10"}, {"共１，２００，０００人", "共1,200,000人"}, {"３．５米", "3.5米"}, {"涨了５％", "涨了5%"}, {"水温２４～２９ ℃", "水温24～29 ℃"}, {"水温24~29 ℃", "水温24~29 ℃"},
			{"图1：2025年的集市", "图1：2025年的集市"}, {"在1998,2003年", "在1998,2003年"},
		},
		"addresses stay, and end before the sentence does": {
			{"见 http://example.org/a?b=c,欢迎", "见 http://example.org/a?b=c，欢迎"}, {"ｗｗｗ．ｅｘａｍｐｌｅ．ｏｒｇ", "www.example.org"},
			{"见 pond.example/a?b=c,欢迎", "见 pond.example/a?b=c，欢迎"}, {"到pond.example/a:一看", "到pond.example/a：一看"}, {"版本1.2.3/4,文件a.txt/b", "版本1.2.3/4，文件a.txt/b"},
			{"（见 http://example.org/reed_(plant)）", "（见 http://example.org/reed_(plant)）"}, {"网址(http://example.org/a),欢迎", "网址（http://example.org/a），欢迎"},
			{"邮箱:ferry@example.org;电话:(0991)2698306", "邮箱：ferry@example.org；电话：(0991)2698306"}, {"电话（0991）2698306", "电话(0991)2698306"},
			{"ISSN 9999-9994;ISBN 978-7-02-000220-7", "ISSN 9999-9994;ISBN 978-7-02-000220-7"}, {"ISSN:9999-9994", "ISSN:9999-9994"},
		},
		"the spaces that set an address apart stay": {
			{"报名请到 https://pond.example/a?b=c 填表，十月底以前有效。", "报名请到 https://pond.example/a?b=c 填表，十月底以前有效。"}, {"写信到 reed@pond.example 。", "写信到 reed@pond.example。"}, {"见 www.pond.example ，欢迎。", "见 www.pond.example，欢迎。"},
		},
		"brackets beside other scripts stay": {{"书写作 كىتاپ (2025) ，从右向左。", "书写作 كىتاپ (2025)，从右向左。"}},
		"Latin sentences stay": {
			{"She said, “Yes: it is (really) so!”", "She said, “Yes: it is (really) so!”"}, {"歌里唱Hello, my friend", "歌里唱Hello, my friend"}, {"他喊：“Thank you!”", "他喊：“Thank you!”"},
			{"f(x)=2", "f(x)=2"},
		},
		"parentheses go in pairs": {
			{"河口(又名渡口)的水", "河口（又名渡口）的水"}, {"世界卫生组织(WHO)说", "世界卫生组织（WHO）说"}, {"(1)渡口", "（1）渡口"}, {"1)渡口", "1）渡口"},
			{"Windows(视窗)", "Windows（视窗）"}, {"函数f(x)的值", "函数f(x)的值"}, {"镇(共3个(其中1个新建))", "镇（共3个（其中1个新建））"},
		},
		"letters and digits become half-width": {
			{"２０２５年Ａ座", "2025年A座"}, {"Ｎｏ．１", "No.1"},
		},
		"quotations, dashes and brackets stay": {
			{`他说"船"`, `他说"船"`}, {"「船」--到了——[编辑:周岸]", "「船」--到了——[编辑：周岸]"}, {"“船", "“船"},
		},
		"spaces part the halves of a title, names and columns": {
			{"风从水上来 船向镇中去", "风从水上来 船向镇中去"}, {"风从水上来　　船向镇中去", "风从水上来 船向镇中去"}, {"12 渡口“老人” 林小河", "12 渡口“老人” 林小河"}, {"　　渡口  ", "渡口"},
			{"渡口 ， 老人 、 船 :", "渡口，老人、船："}, {"水早了! 林小河", "水早了！ 林小河"},
		},
		"spaces in prose go": {
			{"今年 的水早了 10 天。", "今年的水早了10天。"}, {"老人 说： “船 到了。” 谁 也没动。", "老人说：“船到了。”谁也没动。"}, {"他用 Windows 系统。", "他用Windows系统。"},
			{"The ferry is late。", "The ferry is late。"}, {"3. 渡口在哪里?在镇东。", "3. 渡口在哪里？在镇东。"},
		},
		"forms that stand for other characters": {
			{"⻢老师在⽂档⾥", "马老师在文档里"}, {"proﬁle、ofﬁce、ﬂag与ﬀ", "profile、office、flag与ff"}, {"豈與更", "豈與更"},
			{"︽水︾﹐﹁船﹂﹑桥︒", "《水》，「船」、桥。"}, {"\ue815\ue864", "厂龻"}, {"ﺳﻼﻡ", "سلام"}, {"1﹐000", "1,000"},
		},
		"references to characters stay": {{"他写&nbsp;与&#20;和&amp;三样", "他写&nbsp;与&#20;和&amp;三样"}, {"甲&乙;丙", "甲&乙；丙"}},
		"no ideographs are parted":      {{"水\u200c位", "水位"}, {"می\u200cخواهم", "می\u200cخواهم"}},
		"invisible characters go, lines stay": {
			{"\ufeff渡\u200b口\u00a0", "渡口"}, {"床前,\n窗外,", "床前，\n窗外，"},
		},
	} {
		for _, c := range cases {
			if got := normal.Text(c[0]); got != c[1] {
				t.Errorf("%s: Text(%q) = %q, want %q", what, c[0], got, c[1])
			}
		}
	}
}

func TestKey(t *testing.T) {
	for _, c := range [][2]string{
		{"“风从水上来”， 船向镇中去！", "风从水上来船向镇中去"}, {"Ｎｏ．１ Ferry—Ⅱ", "no1ferryii"}, {"㈠ ﬁ ½", "一fi12"}, {"e\u200b\u0301", "é"}, {"——", ""}, {"河口的灯 …… 12", "河口的灯12"}, {"约翰·史密斯‘记’", "约翰史密斯记"}, {"⻢⻛豈\ue864", "马风豈龻"},
	} {
		if got := normal.Key(c[0]); got != c[1] {
			t.Errorf("Key(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestJoin(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"渡口的", "老人", ""}, {"the ", "ferry", " "}, {"the,", "ferry", " "}, {"共", "12人", ""}, {"共有人口20", "25年", ""}, {"in 20", "25 men", " "}, {"用Windows", "系统", ""},
		{"well-", "known", ""}, {"and/", "or", ""}, {"(", "x", ""}, {"the ferry", ")", ""}, {"说，", "the", ""}, {"", "a", ""}, {"使用the", "ferry", " "},
	} {
		if got := normal.Join(c.a, c.b); got != c.want {
			t.Errorf("Join(%q, %q) = %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

// Long texts of one shape would show a step that looks back over all of it.
func TestLongTexts(t *testing.T) {
	for _, unit := range []string{"(", ")", "(a", "汉 ", ", ", "1,000", "1", "www.", "a@", "“", ":00"} {
		s := "汉" + strings.Repeat(unit, 100_000)
		if got := normal.Text(s); normal.Key(got) != normal.Key(s) {
			t.Errorf("Text of many %q changed its letters", unit)
		}
	}
}

func BenchmarkText(b *testing.B) {
	dir := os.Getenv("KANYIN_CORPUS")
	if dir == "" {
		b.Skip("SKIP: KANYIN_CORPUS names no folder of real issues")
	}
	files, err := filepath.Glob(filepath.Join(dir, "issues", "*.txt"))
	if err != nil || len(files) == 0 {
		b.Fatalf("%s/issues holds no issue (%v)", dir, err)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		b.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		for _, l := range lines {
			normal.Text(l)
		}
	}
}

// A distance that is too great is not counted to its end.
func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b      string
		most, get int
	}{{"河口的灯", "河口的灯", 0, 0}, {"河口的灯", "河口之灯", 3, 1}, {"河口", "河口的灯", 3, 2}, {"", "灯", 1, 1}, {"河口的灯", "对岸来信", 2, 3}, {"灯", "河口的灯火", 2, 3}} {
		if got := normal.Distance([]rune(c.a), []rune(c.b), c.most); got != c.get {
			t.Errorf("%s to %s: %d, want %d", c.a, c.b, got, c.get)
		}
	}
}
