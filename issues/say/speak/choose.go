package speak

import (
	"strings"

	"golang.org/x/text/language"

	"kanyin/issues/say"
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

// find goes by the language alone: who reads Traditional characters is served
// better by Simplified ones than by English.
func find(name string) (Voice, bool) {
	tag, err := language.Parse(plain(name))
	if err != nil {
		return English, false
	}
	switch base, _ := tag.Base(); base.String() {
	case "en":
		return English, true
	case "zh":
		return Chinese, true
	}
	return English, false
}
