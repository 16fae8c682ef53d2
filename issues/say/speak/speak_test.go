package speak_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"kanyin/issues/say"
	"kanyin/issues/say/speak"
)

// A message that was made deep in a package is said at the edge, with the
// messages and errors that stand in it; its English stays what it was.
func TestErrorsAreSaidWithWhatTheyWrap(t *testing.T) {
	blank := say.Errorf("the text is empty; there is no issue in it")
	_, missing := os.Open(filepath.Join(t.TempDir(), "bridge.txt"))
	path := missing.(*fs.PathError).Path
	for _, c := range []struct {
		err    error
		en, zh string
	}{
		{say.Errorf("%s: %w", "a.txt", blank), "a.txt: the text is empty; there is no issue in it", "a.txt: 文本是空的，里面没有刊物"},
		{say.Errorf("it is %s: %w", say.Of("a gzip file"), blank), "it is a gzip file: the text is empty; there is no issue in it", "这是gzip 文件：文本是空的，里面没有刊物"},
		{errors.Join(blank, blank), blank.Error() + "\n" + blank.Error(), "文本是空的，里面没有刊物\n文本是空的，里面没有刊物"},
		{missing, "open " + path + ": no such file or directory", path + ": 没有这个文件或文件夹"},
		{fmt.Errorf("of another make: %w", blank), "of another make: " + blank.Error(), "of another make: 文本是空的，里面没有刊物"},
		{errors.New("100 % foreign"), "100 % foreign", "100 % foreign"},
	} {
		if got := speak.English.Error(c.err); got != c.en {
			t.Errorf("got %q, want %q", got, c.en)
		}
		if got := speak.Chinese.Error(c.err); got != c.zh {
			t.Errorf("got %q, want %q", got, c.zh)
		}
	}
	if !errors.Is(say.Errorf("%s: %w", "a.txt", blank), blank) {
		t.Error("an error does not know what it wraps")
	}
}

// Numbers name lines and pages: they are not grouped by threes, and verbs keep
// their widths.
func TestNumbersStayAsTheyAre(t *testing.T) {
	for want, text := range map[string]say.Text{
		"没有第 123456 行；最后一行是第 1000 行": say.Of("there is no line %d; the last is %d", 123456, 1000),
		"没有字体有 U+4DAE":               say.Of("no face has U+%04X", 0x4DAE),
		"1 处存疑":                      say.Count(1, "1 finding", "%d findings"),
		"2000 处存疑":                   say.Count(2000, "1 finding", "%d findings"),
		"1 处存疑、没有这样开头的行":             say.List(say.Count(1, "1 finding", "%d findings"), say.Of("no line begins so")),
		"%d findings":                say.Verbatim("%d findings"),
	} {
		if got := speak.Chinese.Text(text); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestLanguageIsChosenAsPOSIXSays(t *testing.T) {
	type env map[string]string
	for _, c := range []struct {
		env  env
		want speak.Voice
	}{
		{env{}, speak.English},
		{env{"LANG": "zh_CN.UTF-8"}, speak.Chinese},
		{env{"LANG": "zh_TW.Big5"}, speak.Chinese},
		{env{"LANG": "de_DE@euro"}, speak.English},
		{env{"LANG": "zh_CN", "LC_MESSAGES": "en_US"}, speak.English},
		{env{"LANG": "en_US", "LC_MESSAGES": "zh_SG"}, speak.Chinese},
		{env{"LANG": "zh_CN", "LC_MESSAGES": "zh_CN", "LC_ALL": "C"}, speak.English},
		{env{"LANG": "en_US", "LANGUAGE": "fr:zh:en"}, speak.Chinese},
		{env{"LANG": "POSIX", "LANGUAGE": "zh"}, speak.English},
		{env{"LANGUAGE": "zh"}, speak.English},
		{env{"LANG": "zh_CN", "LANGUAGE": "nonsense!"}, speak.Chinese},
	} {
		if got := speak.FromEnvironment(func(name string) string { return c.env[name] }); got != c.want {
			t.Errorf("%v: %s", c.env, got.Tag())
		}
	}
}
