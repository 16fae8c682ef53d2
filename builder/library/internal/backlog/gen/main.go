// Gen writes a tree of made-up issues, to measure and to look at:
// go run ./builder/library/internal/backlog/gen 500 DIR
package main

import (
	"fmt"
	"os"
	"strconv"

	"kanyin/builder/library/internal/backlog"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "gen takes a number of issues and a folder")
		os.Exit(2)
	}
	n, err := strconv.Atoi(os.Args[1])
	if err == nil {
		err = backlog.Write(os.Args[2], n)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}
