// Kanyin publishes an issue of a periodical from its raw text.
package main

func main() {}
