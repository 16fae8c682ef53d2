package fold_test

import (
	"testing"

	"kanyin/issues/reconstruct/fold"
)

func TestCloses(t *testing.T) {
	for _, s := range []string{"船还在等。■", "灯亮了一夜。（完）", "（责任编辑：林舟）", "责编/林舟", "［責任編輯 林舟］", "船还在等。（责任编辑：林舟）"} {
		if !fold.Closes(s) {
			t.Errorf("%s does not close", s)
		}
	}
	for _, s := range []string{"船还在等。", "■", "责任编辑打来电话，说稿子还要再改。", "编辑部的灯亮了一夜", "■ 渡口"} {
		if fold.Closes(s) {
			t.Errorf("%s closes", s)
		}
	}
}
