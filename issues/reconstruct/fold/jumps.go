package fold

// What stands before the page that a text comes from, 上接第8页, and before the page
// that it goes on at, 下转第42页.
var (
	ComesFrom = []string{"上接", "续接", "續接", "紧接", "緊接"}
	GoesOn    = []string{"下转", "下轉", "下接"}
)
