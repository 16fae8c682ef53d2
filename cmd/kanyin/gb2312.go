package main

import "golang.org/x/text/encoding/simplifiedchinese"

// gb2312 gives the 6,763 ideographs of GB 2312: rows 16 to 87, of which row 55
// ends five characters early.
func gb2312() []rune {
	var list []rune
	decoder := simplifiedchinese.GBK.NewDecoder()
	for row := byte(0xB0); row <= 0xF7; row++ {
		for cell := byte(0xA1); cell <= 0xFE; cell++ {
			if row == 0xD7 && cell > 0xF9 {
				break
			}
			if s, err := decoder.Bytes([]byte{row, cell}); err == nil {
				list = append(list, []rune(string(s))...)
			}
		}
	}
	return list
}
