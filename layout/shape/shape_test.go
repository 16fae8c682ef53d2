package shape_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"kanyin/layout/shape"
)

// files gives the font files of testdata, by their names.
type files struct{}

func (files) Data(face string) []byte {
	data, _ := os.ReadFile("testdata/" + face + ".ttf")
	return data
}

// The signs of a word as they are seen from the left, each with the runes that
// it stands for.
func TestAWordIsSignsSeenFromTheLeft(t *testing.T) {
	for _, c := range []struct {
		face, word string
		fromRight  bool
		want       string
	}{
		{"arabic", "دوست", true, "ت س و د"},
		{"arabic", "لا", true, "ا ل"},
		{"arabic", "دو\u200Cست", true, "ت س \u200C و د"},
		{"tibetan", "བཀྲ་", false, "བ ཀྲ ་"}, // a stack
		{"tibetan", "ཤིས་", false, "ཤི ས ་"},
		{"arabic", "a", false, ""}, // not in the font
		{"none", "دوست", true, ""},
	} {
		runes := []rune(c.word)
		var got []string
		for _, s := range shape.New(files{}).Word(c.face, runes, c.fromRight) {
			got = append(got, string(runes[s.From:s.To]))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s %q: %q, want %q", c.face, c.word, got, c.want)
		}
	}
}

// A letter looks otherwise in the middle of a word than alone.
func TestLettersJoin(t *testing.T) {
	s := shape.New(files{})
	alone := s.Word("arabic", []rune("ھ"), true)
	word := s.Word("arabic", []rune("ھھھ"), true)
	if len(alone) != 1 || len(word) != 3 {
		t.Fatal(alone, word)
	}
	forms := map[string]bool{}
	for _, sign := range append(word, alone...) {
		forms[fmt.Sprint(sign.Parts)] = true
	}
	if len(forms) != 4 {
		t.Errorf("%d forms, want the first, the middle, the last and the one alone", len(forms))
	}
}

// Whatever the word, its signs share out all its runes.
func FuzzWord(f *testing.F) {
	for _, w := range []string{"دوستلۇق", "བཀྲ་ཤིས", "سىزگە،", "\u0650\u0650", "لالا"} {
		f.Add(w, true)
	}
	s := shape.New(files{})
	f.Fuzz(func(t *testing.T, text string, fromRight bool) {
		word := []rune(text)
		if len(word) > 100 {
			return
		}
		for _, face := range []string{"arabic", "tibetan"} {
			signs := s.Word(face, word, fromRight)
			seen := make([]int, len(word))
			for _, sign := range signs {
				if sign.From >= sign.To || sign.To > len(word) || len(sign.Parts) == 0 {
					t.Fatalf("%q: %+v", text, signs)
				}
				for i := sign.From; i < sign.To; i++ {
					seen[i]++
				}
			}
			for i, n := range seen {
				if signs != nil && n != 1 {
					t.Fatalf("%q: rune %d is in %d signs: %+v", text, i, n, signs)
				}
			}
		}
	})
}
