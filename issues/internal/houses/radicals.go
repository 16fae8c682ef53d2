package houses

import "strings"

// radicals turns ideographs into the radicals of dictionaries that look like
// them: a page printed from a browser gives many of its characters up as such.
var radicals = radicalsOf("一⼀二⼆人⼈入⼊八⼋力⼒十⼗又⼜口⼝土⼟士⼠大⼤女⼥子⼦小⼩山⼭工⼯己⼰干⼲心⼼手⼿支⽀文⽂斗⽃方⽅日⽇月⽉木⽊水⽔火⽕父⽗片⽚牙⽛牛⽜瓜⽠瓦⽡甘⽢生⽣用⽤田⽥白⽩皮⽪目⽬石⽯示⽰立⽴" +
	"竹⽵米⽶羊⽺老⽼而⽽耳⽿肉⾁自⾃至⾄舌⾆舟⾈色⾊虫⾍血⾎行⾏衣⾐角⾓言⾔谷⾕豆⾖赤⾚走⾛足⾜身⾝里⾥金⾦雨⾬非⾮面⾯音⾳香⾹高⾼黑⿊鼓⿎齐⻬见⻅贝⻉车⻋长⻓门⻔青⻘页⻚风⻛飞⻜食⻝马⻢鱼⻥鸟⻦麦⻨黄⻩民⺠西⻄")

func radicalsOf(pairs string) *strings.Replacer {
	var args []string
	for _, r := range pairs {
		args = append(args, string(r))
	}
	return strings.NewReplacer(args...)
}
