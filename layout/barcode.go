package layout

import "strings"

// The bar code of a serial: EAN-13 with the two-digit add-on of the issue's
// number (ISO/IEC 15420; GB/T 16827 for its digits: 977, the ISSN without its
// check digit, two digits of the year, a check digit).

// eanPatterns are the seven modules of a digit in set A, a bar being 1. Set C is
// their inverse, set B the reverse of C.
var eanPatterns = [10]uint8{0b0001101, 0b0011001, 0b0010011, 0b0111101, 0b0100011, 0b0110001, 0b0101111, 0b0111011, 0b0110111, 0b0001011}

// eanParities say which of digits two to seven are in set B, by the first digit.
var eanParities = [10]uint8{0b000000, 0b001011, 0b001101, 0b001110, 0b010011, 0b011001, 0b011100, 0b010101, 0b010110, 0b011010}

// issnDigits are the thirteen digits of an issue's bar code, or "" where the
// ISSN is none.
func issnDigits(issn string, year int) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == 'X' || r == 'x' {
			return r
		}
		return -1
	}, issn)
	if len(digits) != 8 || strings.ContainsAny(digits[:7], "Xx") {
		return ""
	}
	twelve := "977" + digits[:7] + string(rune('0'+year/10%10)) + string(rune('0'+year%10))
	return twelve + string(eanCheck(twelve))
}

// printedDigits are the thirteen digits of a bar code where a text is nothing
// else: an issue knows its own.
func printedDigits(text string) string {
	digits := make([]rune, 0, 13)
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits = append(digits, r)
		case r != ' ' && r != '-' || len(digits) > 13:
			return ""
		}
	}
	if len(digits) != 13 || string(digits[:3]) != "977" || eanCheck(string(digits[:12])) != digits[12] {
		return ""
	}
	return string(digits)
}

// eanCheck is the check digit of twelve digits.
func eanCheck(twelve string) rune {
	sum := 0
	for i, d := range twelve {
		weight := 1
		if i%2 == 1 {
			weight = 3
		}
		sum += int(d-'0') * weight
	}
	return rune('0' + (10-sum%10)%10)
}

// ean13 gives the 95 modules of a bar code; a bar is true.
func ean13(digits string) []bool {
	parity := eanParities[digits[0]-'0']
	bars := modules(nil, 0b101, 3)
	for i := 1; i <= 6; i++ {
		p := eanPatterns[digits[i]-'0']
		if parity>>(6-i)&1 == 1 {
			p = setB(p)
		}
		bars = modules(bars, p, 7)
	}
	bars = modules(bars, 0b01010, 5)
	for i := 7; i <= 12; i++ {
		bars = modules(bars, ^eanPatterns[digits[i]-'0'], 7)
	}
	return modules(bars, 0b101, 3)
}

// ean2 gives the 20 modules of a two-digit add-on.
func ean2(n int) []bool {
	n %= 100
	bars := modules(nil, 0b1011, 4)
	for i, d := range [2]int{n / 10, n % 10} {
		p := eanPatterns[d]
		if n%4>>(1-i)&1 == 1 {
			p = setB(p)
		}
		if i == 1 {
			bars = modules(bars, 0b01, 2)
		}
		bars = modules(bars, p, 7)
	}
	return bars
}

// setB is the pattern of set B for one of set A: inverted and read backwards.
func setB(p uint8) uint8 {
	var b uint8
	for i := range 7 {
		b |= (^p >> i & 1) << (6 - i)
	}
	return b
}

// modules adds the lowest n bits of a pattern, highest first.
func modules(bars []bool, pattern uint8, n int) []bool {
	for i := n - 1; i >= 0; i-- {
		bars = append(bars, pattern>>i&1 == 1)
	}
	return bars
}

// barFills turns modules into rectangles, neighbouring bars joined. Guard says
// which modules reach lower.
func barFills(bars []bool, x, y, module, height Length, guard func(int) Length) []Fill {
	var fills []Fill
	for i := 0; i < len(bars); i++ {
		if !bars[i] {
			continue
		}
		from := i
		for i+1 < len(bars) && bars[i+1] {
			i++
		}
		fills = append(fills, Fill{X: x + Length(from)*module, Y: y, Width: Length(i-from+1) * module, Height: height + guard(from)})
	}
	return fills
}
