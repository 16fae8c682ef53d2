// Package layout composes an issue into pages: data that an edition draws.
package layout
