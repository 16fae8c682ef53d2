package desk

import (
	"net/http"
	"strings"

	"kanyin/issues/say/speak"
)

// spoken is the voice that a browser asks for.
func spoken(r *http.Request) speak.Voice {
	if chinese(r.Header.Get("Accept-Language")) {
		return speak.Chinese
	}
	return speak.English
}

// chinese reports whether the browser asks for Chinese before English.
func chinese(accept string) bool {
	zh, en := strings.Index(strings.ToLower(accept), "zh"), strings.Index(strings.ToLower(accept), "en")
	return zh >= 0 && (en < 0 || zh < en)
}
