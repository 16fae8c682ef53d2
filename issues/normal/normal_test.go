package normal

import "testing"

func TestText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"船到了,人也到了.", "船到了，人也到了."},
		{"早上9:30开门,共1,200人", "早上9:30开门，共1,200人"},
		{"电话 (0991)2698306", "电话 (0991)2698306"},
		{"河口(又名渡口)的水", "河口（又名渡口）的水"},
		{"见 http://example.org/a?b=c", "见 http://example.org/a?b=c"},
		{"She said, yes: it is.", "She said, yes: it is."},
		{"２０２５年Ａ座", "2025年A座"},
		{"风从水上来 船向镇中去", "风从水上来 船向镇中去"},
		{"  渡口 ，  老人 ", "渡口，老人"},
	} {
		if got := Text(c.in); got != c.want {
			t.Errorf("Text(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestJoin(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"渡口的", "老人", ""}, {"the", "ferry", " "}, {"共", "12人", ""}, {"well-", "known", ""}, {"", "a", ""},
	} {
		if got := Join(c.a, c.b); got != c.want {
			t.Errorf("Join(%q, %q) = %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"a,;汉", "((汉)", "(a) 汉,", "e \u0301", "ａ\u0301，", "船,9:30(x)", "\xff汉,"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Text(s)
		if twice := Text(once); twice != once {
			t.Errorf("Text(%q) = %q, again %q", s, once, twice)
		}
		if got, want := Key(once), Key(s); got != want {
			t.Errorf("Key(Text(%q)) = %q, want %q", s, got, want)
		}
	})
}
