package damage

// A Style is a house with its faults and a seed: one set of the zoo.
type Style struct {
	House  House
	Faults Faults
	Seed   uint64
}

// rough is a usual amount of damage, heavy three times as much, none a clean dump.
func rough() Faults {
	return Faults{Intruder: .5, FullStop: .2, BeforeTitle: .1, Jump: .15, Inside: .5, Typo: .15, Doubled: .1}
}

func heavy() Faults {
	return Faults{Intruder: .9, FullStop: .3, BeforeTitle: .25, Weave: .3, Jump: .3, Inside: .9, Typo: .3, Doubled: .2,
		FarCredit: .3, Unlisted: .1, Unwritten: .1, Shuffled: .15}
}

// Zoo lists the styles that tests use.
func Zoo() []Style {
	return []Style{
		{dangkan(), rough(), 1},
		{shenghuo(), rough(), 2},
		{wenxue(), rough(), 3},
		{kepu(), heavy(), 4},
		{xiaokan(), rough(), 5},
		{plain(), Faults{}, 6},
		{wrapped(), rough(), 7},
		{bare(), rough(), 8},
		{flat(), rough(), 9},
		{woven(), heavy(), 10},
		{xuekan(), rough(), 11},
		{zazhi(), rough(), 12},
		{newsletter(), rough(), 13},
		{digest(), heavy(), 14},
		{long(), rough(), 15},
		{opener(), rough(), 16},
		{authorFirst(), rough(), 17},
		{narrow(), heavy(), 18},
		{stacked(), rough(), 19},
		{english(), Faults{}, 20},
		{inline(), rough(), 21},
		{airy(), rough(), 22},
	}
}

// base is what most styles share.
func base(name, magazine string) House {
	return House{
		Name: name, Corpus: "town", Magazine: magazine, Year: 2025, Number: 3, Total: 141, ISSN: "9999-1252",
		Columns: 3, Depth: 230, Blank: 1, Figure: 1, And: " ",
		Editors: []string{"[编辑：{name}]"}, Credit: "□{name}/摄", Byline: "{name}",
		Cover: []string{"{magazine}", "{year}年第{number}期", "（总第{total}期）", "ISSN {issn}"},
		Contents: Contents{
			Heading: []string{"目录"}, Row: "{page} {title} {author}", And: " ", Section: "{section}", Sub: "◆ {sub}", Pad: true,
		},
		Heads:    []string{"「{section}」"},
		Masthead: []string{"主管 青溪县文化馆", "主编 高望川", "地址 青溪镇码头路12号", "定价 9.80元", "国际标准连续出版物号:ISSN {issn}"},
	}
}

// dangkan is an official monthly.
func dangkan() House {
	h := base("dangkan", "河口月刊")
	h.Cover = []string{"{year}·{number}", "总第{total}期", "{magazine}", "ISSN {issn}"}
	h.Contents.Heading = []string{"目录", "MULU", "{year}年第{number}期", "(总第{total}期)"}
	h.Contents.Subs = []string{"河边", "岸上", "旧事", "新叶"}
	h.Contents.Sidebar, h.Contents.TwoLines = true, true
	h.Editors, h.Width, h.Figure = []string{"[编辑：{name}]"}, Mixed, 3
	h.Split, h.SplitTop = true, true
	return h
}

// shenghuo is a magazine about daily life.
func shenghuo() House {
	h := base("shenghuo", "河岸生活")
	h.Editors, h.Credit, h.Byline = []string{"责编/{name}"}, "{name} 摄", "文/{name}"
	h.Contents.Row, h.Contents.Pad, h.Contents.Sub = "{title} / {author} …… {page}", false, "■ {sub}"
	h.Contents.Subs = []string{"邻里", "手艺"}
	h.Heads, h.Spaced, h.Dense = []string{"{magazine} {year}年第{number}期"}, true, true
	h.Folio, h.Foot = "— {page} —", true
	return h
}

// wenxue is a literary bimonthly.
func wenxue() House {
	h := base("wenxue", "渡口文学")
	h.Editors, h.Credit, h.Byline = []string{"（责任编辑：{name}）"}, "（{name} 摄影）", "◎{name}"
	h.OneLine, h.And = true, "、"
	h.Contents.Row, h.Contents.And = "{title}…………{author}（{page}）", "、"
	h.Contents.Pad = false
	h.Heads, h.Folio, h.Columns, h.Depth = []string{"{magazine}", "{section}"}, "·{page}·", 2, 330
	return h
}

// kepu is a popular science magazine, badly damaged.
func kepu() House {
	h := base("kepu", "身边科学")
	h.Editors, h.Credit, h.Byline = []string{"［责任编辑 {name}］"}, "图/{name}", "作者：{name}"
	h.Contents.Row, h.Contents.Pad = "P{page} {title} {author}", true
	h.Heads, h.Between, h.Width = []string{"{section} | {magazine}"}, true, Half
	h.Folio = "{page}"
	return h
}

// xiaokan is a school's magazine.
func xiaokan() House {
	h := base("xiaokan", "青溪校刊")
	h.Editors, h.Credit, h.Byline = []string{"(责编 {name})"}, "摄影：{name}", "□ {name}"
	h.And, h.Contents.Row, h.Contents.Tight = "\n", "{title} {author} {page}", true
	h.Heads, h.Feed, h.Folio, h.Foot = nil, true, "{page}", true
	h.Dense, h.CRLF = true, true
	return h
}

// plain is a clean dump, in which nothing may be moved.
func plain() House {
	h := shenghuo()
	h.Name, h.Editors, h.Dense, h.Foot = "plain", []string{"责编/{name}", "（责任编辑：{name}）"}, false, false
	return h
}

// wrapped breaks its lines hard, without blank lines.
func wrapped() House {
	h := base("wrapped", "河口月刊")
	h.Wrap, h.Blank, h.Indent, h.Figure = 24, 0, true, 1
	h.Heads, h.Folio = []string{"{magazine} {year}年第{number}期"}, "{page}"
	h.Byline, h.Credit = "本刊记者 {name}", "{name}/摄"
	return h
}

// bare has no contents, no end marks and no bylines' marks.
func bare() House {
	h := base("bare", "河口月刊")
	h.Contents.None, h.Editors = true, nil
	return h
}

// flat lists columns and articles in one list, without page numbers.
func flat() House {
	h := base("flat", "河口月刊")
	h.Contents.Row, h.Contents.Tight, h.Blank = "{title} {author}", true, 1
	h.Editors = []string{"责编/{name}"}
	h.Byline = "文/{name}"
	return h
}

// woven is an official monthly with every damage there is.
func woven() House {
	h := dangkan()
	h.Name, h.Columns, h.Depth = "woven", 2, 210
	return h
}

// xuekan is a scholarly quarterly in traditional characters.
func xuekan() House {
	h := traditional(base("xuekan", "河口學刊"))
	h.Columns, h.Depth = 1, 360
	h.Byline, h.Editors = "{name}", []string{"（責任編輯：{name}）"}
	h.Contents.Row, h.Contents.Pad = "{title}……{author}……{page}", false
	h.Heads, h.Folio = []string{"河口學刊　第{number}期"}, "{page}"
	return h
}

// zazhi is a magazine in traditional characters.
func zazhi() House {
	h := traditional(base("zazhi", "河岸雜誌"))
	h.Byline, h.Credit, h.Editors = "文／{name}", "攝影／{name}", []string{"［編輯　{name}］"}
	h.And, h.Contents.And = "、", "、"
	h.Contents.Row = "{page} {title}／{author}"
	h.Heads, h.Dense = []string{"{section}｜{magazine}", "{magazine}｜{year}.{number}"}, true
	return h
}

// traditional turns a house's words.
func traditional(h House) House {
	h.Corpus, h.Script = "hant", Hant
	h.Cover = []string{"{magazine}", "{year}年第{number}期", "總第{total}期", "ISSN {issn}"}
	h.Contents.Heading = []string{"目錄"}
	h.Masthead = []string{"發行人 高望川", "主編 溫若水", "地址 青溪鎮碼頭路12號", "定價 新臺幣180元", "ISSN {issn}"}
	h.Credit = "（攝影：{name}）"
	return h
}

// newsletter is a parish's, in English, set in two columns.
func newsletter() House {
	h := base("newsletter", "The Millford Packet")
	h.Corpus, h.Script, h.Columns, h.Depth = "english", Latin, 2, 520
	h.Cover = []string{"{magazine}", "No. {number}, {year}", "ISSN {issn}"}
	h.Byline, h.Credit, h.Editors, h.And = "By {name}", "Photo: {name}", nil, " and "
	h.Contents = Contents{Heading: []string{"Contents"}, Row: "{title}, {author} ..... {page}", And: " and ", Section: "{section}"}
	h.Heads, h.Folio = []string{"{magazine} | No. {number}, {year}"}, "{page}"
	h.Masthead = []string{"Editor: Joan Sedgwick", "Published by Millford Reading Room", "Price £2.00", "ISSN {issn}"}
	return h
}

// english is the newsletter as a clean dump with lines broken at 72 characters.
func english() House {
	h := newsletter()
	h.Name, h.Wrap, h.Heads, h.Folio = "english", 72, []string{"{magazine}"}, "- {page} -"
	return h
}

// digest takes from others: sources, no bylines' marks, small columns, many pieces a page.
func digest() House {
	h := base("digest", "河口文摘")
	h.Depth, h.Dense, h.Masthead = 190, true, append(h.Masthead, "网址 www.hekou.example", "投稿邮箱 tougao@hekou.example")
	h.Contents.Row, h.Contents.Section = "{title}（{author}）{page}", "【{section}】"
	h.Heads, h.Folio, h.Editors = []string{"文摘 {year}.{number} {page}"}, "", []string{"编辑 {name}", "编辑　{name}"}
	return h
}

// long has an article of many pages.
func long() House {
	h := base("long", "河口月刊")
	h.Long, h.Articles, h.Width = true, 12, Mixed
	h.Heads = []string{"{section}", "{magazine}"}
	h.Folio = "{page}"
	return h
}

// opener prints the column's name over every title, and the masthead last.
func opener() House {
	h := base("opener", "青溪文艺")
	h.Opener, h.Back, h.Heads, h.Folio = true, true, []string{"{magazine} {year}.{number}"}, "·{page}·"
	h.Byline, h.Editors = "◎ {name}", []string{"责任编辑 {name}"}
	return h
}

// authorFirst lists the author before the title.
func authorFirst() House {
	h := base("authorfirst", "渡口作品")
	h.Contents.Row, h.Contents.Pad, h.Contents.Section = "{author}/{title}/{page}", false, "·{section}·"
	h.Editors, h.Columns, h.Depth = []string{"责任编辑：{name}"}, 1, 260
	h.Heads, h.Folio, h.Spaced = []string{"{magazine}·{section}"}, "{page}", true
	return h
}

// narrow has short columns, four a page, without blank lines but for figures.
func narrow() House {
	h := base("narrow", "河口晚报周刊")
	h.Columns, h.Depth, h.Blank, h.Figure, h.Indent = 4, 170, 0, 3, true
	h.Byline, h.Credit, h.OneLine = "□ 本刊记者 {name}", "{name} 摄", true
	h.Editors = []string{"■责编 {name}"}
	return h
}

// stacked gives the author a line of its own in the contents, and every paragraph an indent.
func stacked() House {
	h := base("stacked", "岸上生活")
	h.Contents.Row, h.Contents.Section = "{page}\n{title}\n{author}", "{section}"
	h.Indent, h.Width, h.Editors = true, Half, []string{"（编辑/{name}）"}
	h.Byline = "撰文/{name}"
	h.Heads, h.Foot, h.Folio = []string{"{magazine}"}, true, "{page} |"
	return h
}

// inline names the column in every row of the contents.
func inline() House {
	h := base("inline", "河口月刊")
	h.Contents.Section, h.Contents.Row = "", "{page} 【{section}】{title} {author}"
	h.Editors, h.Byline, h.Credit = []string{"□责任编辑：{name}"}, "○{name}", "供图：{name}"
	h.Heads, h.Folio = []string{"{year}年{number}月号 {magazine}"}, "第{page}页"
	return h
}

// airy has its lines broken hard, with a blank line after every one.
func airy() House {
	h := base("airy", "河口月刊")
	h.Wrap, h.Airy, h.Figure = 26, true, 3
	h.Byline, h.Editors = "作者 {name}", []string{"责任编辑/{name}"}
	h.Heads, h.Folio = []string{"{magazine}"}, "{page}"
	return h
}
