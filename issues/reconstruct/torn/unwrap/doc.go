// Package unwrap puts lines together that a margin broke, and parts them where a
// column may have ended inside.
package unwrap
