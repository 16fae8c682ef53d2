package desk_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"kanyin/issues/correct"
)

// The page says everything in both languages, and has a name for every kind.
func TestTheWordsAreInBothLanguages(t *testing.T) {
	text, err := os.ReadFile("page/words.js")
	if err != nil {
		t.Fatal(err)
	}
	key := regexp.MustCompile(`(?m)(?:^|[{,])\s*'?([A-Za-z][\w-]*)'?: `)
	keys := func(name string) map[string]bool {
		_, rest, ok := strings.Cut(string(text), "const "+name+" = {")
		if !ok {
			t.Fatalf("words.js has no %s", name)
		}
		body, _, _ := strings.Cut(rest, "\n}")
		found := map[string]bool{}
		for _, m := range key.FindAllStringSubmatch("{"+body, -1) {
			found[m[1]] = true
		}
		return found
	}
	en, zh, kinds := keys("en"), keys("zh"), keys("kinds")
	if len(en) < 40 {
		t.Errorf("only %d words were found", len(en))
	}
	for k := range en {
		if !zh[k] {
			t.Errorf("%s is not said in Chinese", k)
		}
	}
	for k := range zh {
		if !en[k] {
			t.Errorf("%s is not said in English", k)
		}
	}
	for _, k := range correct.Kinds {
		if !kinds[k] {
			t.Errorf("the kind %s has no Chinese name", k)
		}
	}
}
