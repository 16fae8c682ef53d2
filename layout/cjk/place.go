package cjk

import "strings"

// A Place is where the stops of a text stand in their em, by the custom of its
// readers (clreq, 标点符号的位置; JLREQ, 3.1).
type Place uint8

// The places.
const (
	Mainland Place = iota // at the lower left, all of them
	Centred               // in the middle: Taiwan, Hong Kong, Macau
	Japan                 // 、 and 。 at the lower left, ： and ； in the middle, ！ and ？ over the whole em
)

// PlaceOf gives the place of a language, by its tag (BCP 47).
func PlaceOf(language string) Place {
	tags := strings.FieldsFunc(strings.ToLower(language), func(r rune) bool { return r == '-' || r == '_' })
	if len(tags) == 0 {
		return Mainland
	}
	switch tags[0] {
	case "ja":
		return Japan
	case "zh", "cmn", "yue", "lzh", "nan", "hak":
	default:
		return Mainland
	}
	place := Mainland
	if tags[0] == "yue" {
		place = Centred
	}
	for _, tag := range tags[1:] {
		switch tag {
		case "hans":
			return Mainland
		case "hant", "tw", "hk", "mo":
			place = Centred
		}
	}
	return place
}

// ClassOf gives the class that a character has there. Japan's ： and ； are
// centred like an interpunct, and give way like one.
func (p Place) ClassOf(r rune) Class {
	if p == Japan && (r == '：' || r == '；') {
		return MiddleDot
	}
	return ClassOf(r)
}
