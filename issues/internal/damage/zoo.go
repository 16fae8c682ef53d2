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
	}
}

// base is what most styles share.
func base(name, magazine string) House {
	return House{
		Name: name, Corpus: "town", Magazine: magazine, Year: 2025, Number: 3, Total: 141, ISSN: "9999-1252",
		Columns: 3, Depth: 420, Blank: 1, Figure: 1, And: " ",
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
	h.Contents.Subs = []string{"河边", "岸上", "旧事", "新声"}
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
	h.Heads, h.Folio, h.Columns, h.Depth = []string{"{magazine}", "{section}"}, "·{page}·", 2, 620
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
	h.Dense = true
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
	h.Name, h.Columns, h.Depth = "woven", 2, 380
	return h
}
