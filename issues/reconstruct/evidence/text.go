package evidence

import (
	"strings"
	"unicode/utf8"
)

var (
	lengths  = newScale("length", 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 24, 34, 48, 80)
	stops    = newScale("stops", 1, 2, 3)
	commas   = newScale("commas", 1, 2, 3)
	ascii    = newScale("ascii", .05, .2, .5, .8, .99)
	digits   = newScale("digits", .05, .2, .5, .8)
	names    = newScale("names", 1, 2, 3)
	insets   = newScale("inset", 1, 2, 3, 4, 6, 10, 20)
	spaces   = newScale("spaces", .15, .4)
	latins   = newScale("latinwords", 1, 3, 6)
	openings = []string{"“", "「", "（", "(", "《", "【"}
	closings = []string{"”", "」", "）", ")", "》", "】"}
)

// aboutText tells what a row says by itself.
func aboutText(lines []line) func(*seer, int) {
	return func(s *seer, i int) {
		l := &lines[i]
		s.near(lengths.word(float64(len(l.key))))
		if len(l.key) == 0 {
			return
		}
		first, last := firstClass(l.key[0]), lastClass(l.key[len(l.key)-1])
		s.near("first:" + first)
		s.near("last:" + last)
		s.own("edges:" + first + "-" + last)
		for _, m := range l.marks {
			s.near(m)
		}
		s.own("marks:" + joinFirst(l.marks, 3))
		aboutCharacters(s, l)
		aboutWords(s, l)
		if l.Inset > 0 {
			s.near(insets.word(float64(l.Inset)))
		}
	}
}

func joinFirst(words []string, n int) string {
	if len(words) > n {
		words = words[:n]
	}
	return strings.Join(words, "+")
}

// aboutCharacters counts what a row is made of.
func aboutCharacters(s *seer, l *line) {
	stop, comma, plain, figure, gap := 0, 0, 0, 0, 0
	for _, c := range l.key {
		switch {
		case inString(c, "。！？"):
			stop++
		case inString(c, "，、；"):
			comma++
		}
		if c < 0x80 {
			plain++
		}
		if isDigit(c) {
			figure++
		}
	}
	for _, c := range l.runes {
		if c == ' ' || c == '\u3000' {
			gap++
		}
	}
	n := float64(len(l.key))
	s.near(stops.word(float64(stop)))
	s.own(commas.word(float64(comma)))
	s.own(ascii.word(float64(plain) / n))
	s.own(digits.word(float64(figure) / n))
	if gap > 0 {
		s.own(spaces.word(float64(gap) / float64(len(l.runes))))
	}
	for k, open := range openings {
		switch d := strings.Count(l.Text, open) - strings.Count(l.Text, closings[k]); {
		case d > 0:
			s.near("opens:" + open)
		case d < 0:
			s.near("closes:" + open)
		}
	}
}

// aboutWords looks at single words: the whole of a short row, its ends, the
// names of people.
func aboutWords(s *seer, l *line) {
	if len(l.key) < 9 {
		han := make([]rune, 0, 4)
		for _, c := range l.key {
			if isHan(c) && len(han) < 4 {
				han = append(han, c)
			}
		}
		s.own("word:" + string(han))
	}
	s.own("begins:" + string(l.key[:min(2, len(l.key))]))
	s.own("begin:" + string(l.key[:1]))
	s.own("end:" + string(l.key[len(l.key)-1:]))
	named, words := people(l.Text)
	switch {
	case named > 0 && named == words:
		s.near(names.word(float64(named)))
	case named > 0:
		s.near("somenames")
	}
	if n := latinWords(l.Text); n > 0 && len(l.key) < 40 {
		s.own(latins.word(float64(n)))
	}
}

// people counts the words of a row that may be names, and all its words, what
// stands before and between names aside.
func people(text string) (named, words int) {
	for _, w := range strings.FieldsFunc(stripDuties(text), func(c rune) bool { return strings.ContainsRune(" \t　、，,/／|｜;；&和", c) }) {
		words++
		if mayBeName(w) {
			named++
		}
	}
	return named, words
}

// duties are what is written right before names.
var duties = strings.NewReplacer("撰文", " ", "作者", " ", "记者", " ", "記者", " ", "本刊", " ", "本报", " ", "本報", " ", "通讯员", " ", "通訊員", " ",
	"摄影", " ", "攝影", " ", "编辑", " ", "編輯", " ", "整理", " ", "口述", " ", "采写", " ", "特约", " ", "特約", " ", "撰稿", " ", "□", " ", "■", " ", "◎", " ", "●", " ", "：", " ", ":", " ", "（", " ", "）", " ", "(", " ", ")", " ",
	"文/", " ", "文／", " ", "图/", " ", "圖/", " ")

func stripDuties(text string) string {
	if utf8.RuneCountInString(text) > 40 {
		return "…" // a sentence; nobody lists people at such length in one row of a head
	}
	return duties.Replace(text)
}

func mayBeName(w string) bool {
	n := utf8.RuneCountInString(w)
	if n < 2 || n > 4 {
		return false
	}
	for _, c := range w {
		if !isHan(c) {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(w)
	return strings.ContainsRune(surnames, r)
}

// surnames are the commonest hundred and some, as 百家姓 and the census have them.
const surnames = "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳欧管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党黨宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺"

func latinWords(text string) int {
	n, in := 0, false
	for _, c := range text {
		letter := isLatin(c)
		if letter && !in {
			n++
		}
		in = letter
	}
	return n
}
