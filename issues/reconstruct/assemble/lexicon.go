package assemble

import "strings"

// What the package knows in words, in simplified and traditional characters.

// newsOpeners open a report: 本报讯（记者 某某）, 据新华社电（记者 某某）.
var newsOpeners = strings.Fields("本报讯 本報訊 本刊讯 本刊訊 本社讯 本社訊 本台讯 本台訊 本报 本報 本刊 据 據 新华社 新華社 中新社")

// bioHeads open a note on who the author is; refHeads the list of works referred to.
var (
	bioHeads = strings.Fields("作者简介 作者簡介 作者单位 作者單位 作者系 作者係 作者为 作者為 作者: 作者： 本文作者")
	refHeads = strings.Fields("参考文献 參考文獻 引用文献 引用文獻 References REFERENCES")
)

// sourceHeads open the line that says where a text is from.
var sourceHeads = strings.Fields("摘自 原载 原載 选自 選自 转自 轉自 转载自 轉載自 来源 來源 据 據 摘编自 摘編自")
