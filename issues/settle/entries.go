package settle

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
)

// partEntries parts the entries of the contents that run an article's title and
// its authors together, as a Latin text does: the article says where the one
// ends. An entry that no article was found for is tried with those that have none.
func partEntries(iss *issue.Issue) {
	announced := map[string]bool{}
	for _, e := range iss.Toc {
		for _, id := range e.Articles {
			announced[id] = true
		}
	}
	for i := range iss.Toc {
		e := &iss.Toc[i]
		if len(e.Authors) > 0 {
			continue
		}
		for k := range iss.Articles {
			a := &iss.Articles[k]
			found := len(e.Articles) == 1 && e.Articles[0] == a.ID
			if !found && (len(e.Articles) > 0 || announced[a.ID]) || !runsTogether(e.Title, a) {
				continue
			}
			e.Title, e.Authors = a.Title, append([]string(nil), a.Authors...)
			if !found {
				e.Articles, announced[a.ID] = []string{a.ID}, true
			}
			if a.Page == 0 {
				a.Page = e.Page
			}
			break
		}
	}
}

// runsTogether reports whether a text is an article's title and its authors, in
// either order.
func runsTogether(text string, a *issue.Article) bool {
	title, names := normal.Key(a.Title), normal.Key(strings.Join(a.Authors, ""))
	if title == "" || names == "" {
		return false
	}
	key := normal.Key(text)
	return key == title+names || key == names+title
}
