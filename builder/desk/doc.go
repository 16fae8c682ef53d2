// Package desk is the editor's desk: a page in the browser on which an issue's
// doubts are decided one by one, and what was read wrongly is put right.
//
// A [Desk] holds one issue: its file, which is read once, its corrections, and
// the issue as it is read with them. Every step is in corrections.toml before the
// next is taken; a file that somebody else changed is read again and never
// overwritten. [Handler] serves it to this machine alone.
//
// The page under page/ is plain HTML, CSS and modules of JavaScript, embedded as
// they are. It holds no rule: what a doubt can be answered with comes from here.
package desk
