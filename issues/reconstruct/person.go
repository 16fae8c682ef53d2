package reconstruct

import "kanyin/issues/reconstruct/names"

const longestName = names.Longest

func known(name string) bool { return names.Known(name) }

func nameLike(token string) bool { return names.Like(token) }
