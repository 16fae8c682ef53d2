package damage

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"kanyin/issues/issue"
)

// almanac makes an article of many pages: a year's diary of a river, some
// sixty entries under twelve headings.
func almanac(rng *rand.Rand, column string) Article {
	a := Article{Column: column, Title: []string{"河上一年"}, Subtitle: "——一个守桥人的日记", Authors: []string{"闵怀川"}}
	order := rng.Perm(len(sights))
	for month := range 12 {
		a.Parts = append(a.Parts, Part{Kinds: []issue.Kind{issue.Heading}, Text: chineseMonths[month] + "月"})
		for day := 2 + rng.IntN(4); day < 29; day += 4 + rng.IntN(4) {
			lead := fmt.Sprintf("%d月%d日，%s。", month+1, day, weathers[rng.IntN(len(weathers))])
			text := entryOf(rng, order)
			order = append(order[3:], order[:3]...)
			a.Parts = append(a.Parts, Part{Kinds: []issue.Kind{issue.Paragraph}, Lead: lead, Text: text})
		}
	}
	return a
}

var chineseMonths = []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"}

// entryOf is a day: the water, and three things seen.
func entryOf(rng *rand.Rand, order []int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "水位%d.%d米，过桥%d人。", 9+rng.IntN(6), rng.IntN(10), 180+rng.IntN(900))
	for _, i := range order[:3] {
		b.WriteString(strings.NewReplacer("{n}", fmt.Sprint(2+rng.IntN(30)), "{who}", walkers[rng.IntN(len(walkers))]).Replace(sights[i]))
	}
	return b.String()
}

var (
	weathers = []string{"晴", "多云转阴", "小雨", "雾，上午十点散", "大风，封桥两小时", "阴", "阵雨", "霜"}
	walkers  = []string{"卖豆腐的老霍", "教书的孟先生", "送信的小谭", "修鞋的哑巴师傅", "渡口茶馆的老板娘", "东岸的双胞胎", "放鸭子的姜老头"}
	sights   = []string{
		"{who}今天多走了一趟，说是忘了锁门，走到对岸又想起来根本没有锁。",
		"北边第{n}块桥板响得厉害，翻过来看，背面有一窝刚孵出来的蜘蛛，又原样放了回去。",
		"傍晚有人在桥心放了一只纸船，船里点着蜡烛，漂出去{n}丈远才灭。",
		"{who}问我水还涨不涨，我说涨，他便把准备卖的菜又挑了回去。",
		"缆绳换了{n}根，旧的解下来盘在桥头，孩子们拿去荡秋千。",
		"下游来了{n}只白鹭，站成一排，像谁在河滩上写了一行字。",
		"夜里听见有人唱戏，唱得不好，可是一字不落，唱完自己叫了一声好。",
		"{who}送来半碗腌萝卜，换走了我晒在栏杆上的一把芦花。",
		"桥头的桂花开了，过桥的人都走得慢了一点。",
		"有个外乡人站在桥上不走，问他，他说在等心跳慢下来。",
		"捞上来一只木盆、{n}个葫芦和一块写着“平安”的招牌，招牌挂在了值班室。",
		"今天没有人吵架。",
		"{who}家的狗走失了三天，自己从对岸走回来，过桥的时候还停下来等了一条不认识的狗。",
		"修桥的钱批下来了，比要的少三成，够换{n}条船的底。",
		"一位老先生每走十步停一停，走到桥心坐下，说六十年前他在这里把一封信扔进了河里。",
		"第{n}条船吃水深了一指，舀出来两担水，水里有一条小鲫鱼，也一并还给了河。",
		"学堂放假，桥上忽然安静得叫人不习惯，我把收音机开大了一格。",
		"收到县里的信，问桥龄几何，我答不上来，只写了父亲接手的年份。",
		"{who}的女儿出嫁，花轿不敢上桥，新娘子自己提着裙子走过来，走得比谁都稳。",
		"拾到钱包一只，内有{n}元、车票一张、照片一张，照片上的人我认得，给他送去了。",
		"月亮很大，桥的影子铺在水面上，看上去像有两座桥。",
		"把去年的日记拿出来对了对，今年的燕子早来了五天。",
		"有人在桥板上用粉笔写了一道算术题，过了一会儿又有人写上答案，再过一会儿第三个人把答案改对了。",
		"{who}说梦见桥断了，一早跑来看，看见桥好好的，很不好意思，买了{n}个烧饼分给大家。",
	}
)
