package table_test

import (
	"math"
	"testing"

	"kanyin/issues/reconstruct/prose/table"
)

// What a table was made of is told again, as finely as it keeps it; what it does not
// hold costs what its shorter contexts leave to it.
func TestModel(t *testing.T) {
	m := table.Model{
		Ones:    string(table.Ones([]table.One{{'水', 4, 1.5}, {'河', 6, 2}, {'的', 3, 1}})),
		Pairs:   string(table.Pairs([]table.Pair{{'河', '水', 1.25, .5}})),
		Triples: string(table.Triples([]table.Triple{{'的', '河', '水', 1}})),
	}
	for _, c := range []struct {
		what    string
		a, b, c rune
		want    float64
	}{
		{"a triple", '的', '河', '水', -1},
		{"a pair", 0, '河', '水', -1.25},
		{"a pair behind a stranger", '山', '河', '水', -1.25},
		{"a character behind a pair", '河', '水', '的', -.5 - 1.5 - 3},
		{"a character behind another", 0, '的', '水', -1 - 4},
		{"a stranger behind a stranger", '山', '山', '山', -16},
	} {
		if got := m.After(c.a, c.b, c.c); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
	if got := m.Alone('河'); got != -6 {
		t.Errorf("alone: %v, want -6", got)
	}
}

func TestEmptyTablesKnowNothing(t *testing.T) {
	if got := (table.Model{}).After('的', '河', '水'); got != -16 {
		t.Errorf("%v, want -16", got)
	}
}
