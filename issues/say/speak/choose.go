package speak

import (
	"strings"

	"golang.org/x/text/language"

	"kanyin/issues/say"
)

var (
	voices  = []Voice{English, Chinese}
	matcher = language.NewMatcher([]language.Tag{language.English, language.SimplifiedChinese})
)

// Named gives the voice of a language tag (BCP 47) or a POSIX locale, such as
// zh, zh-Hans or zh_CN.UTF-8.
func Named(name string) (Voice, error) {
	if v, ok := find(name); ok {
		return v, nil
	}
	return English, say.Errorf("there is no language %q; there are en and zh", name)
}

// FromEnvironment chooses as POSIX says: LC_ALL, then LC_MESSAGES, then LANG;
// and before them LANGUAGE, a list with colons that GNU programs read wherever
// the others do not say C. What is not spoken here is English.
func FromEnvironment(getenv func(string) string) Voice {
	locale := ""
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale = getenv(name); locale != "" {
			break
		}
	}
	if plain(locale) == "C" || plain(locale) == "POSIX" || locale == "" {
		return English
	}
	for _, name := range append(strings.Split(getenv("LANGUAGE"), ":"), locale) {
		if v, ok := find(name); ok {
			return v
		}
	}
	return English
}

// plain takes a locale's encoding and variant away.
func plain(locale string) string {
	name, _, _ := strings.Cut(locale, "@")
	name, _, _ = strings.Cut(name, ".")
	return name
}

func find(name string) (Voice, bool) {
	tag, err := language.Parse(plain(name))
	if err != nil {
		return English, false
	}
	_, i, sure := matcher.Match(tag)
	return voices[i], sure != language.No
}
