// Package proof makes one HTML file of an issue for the mail or the printer: the
// issue as read beside the lines that it was read from, what was found, and what
// an editor put right. It holds all that it needs, runs no script and asks for
// nothing from the network.
package proof
