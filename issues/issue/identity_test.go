package issue

import "testing"

func TestTheUUIDIsTheIssues(t *testing.T) {
	of := func(sum string, m Meta) string { return (&Issue{Meta: m, Source: Source{SHA256: sum}}).UUID() }
	// As uuid.uuid5(uuid.NAMESPACE_URL, "urn:issn:9999-9994/2025/3") of Python has it.
	numbered := Meta{Title: "河口", ISSN: "9999-9994", Year: 2025, Number: 3}
	if got, want := of("00", numbered), "49ab9625-f57b-53db-86df-057148179f01"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if of("00", numbered) != of("ff", numbered) {
		t.Error("the text's bytes count, though the issue is numbered")
	}
	supplement := numbered
	supplement.Variant = "增刊"
	if of("00", numbered) == of("00", supplement) {
		t.Error("a number and its supplement have one UUID")
	}
	for what, m := range map[string]Meta{"no number": {Title: "河口", ISSN: "9999-9994"}, "no name": {Year: 2025, Number: 3}} {
		if of("00", m) == of("ff", m) {
			t.Errorf("%s: two texts have one UUID", what)
		}
	}
	if a, b := of("00", Meta{Title: "河口", Year: 2025, Number: 3}), of("00", Meta{Title: "渡口", Year: 2025, Number: 3}); a == b {
		t.Error("two titles have one UUID")
	}
}
