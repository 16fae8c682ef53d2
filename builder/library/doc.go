// Package library publishes a whole tree of issues: it makes the editions of
// every issue that is new or changed, several at a time, and from all of them
// shelves, feeds, search and an inventory, in a tree that a web server or a
// disk can hold as it is.
//
//	tree ─find─▶ sources ─key─▶ changed? ─read─▶ claim ─make─▶ place ─▶ record.json
//	                                                                       │
//	        pages, feeds, search, inventory ◀─index─ catalog ◀─ all records ┘
//
// [Run] does all that. What it promises: the same tree gives the same library,
// whether one run made it, several shares did, or a killed run and the next;
// one bad issue stops no other, and its former editions stay; two issues of one
// number are both published. Whether an issue changed is told by content.
//
// States lie beside the library and may be deleted at any time.
package library
