// Gen writes a tree of made-up issues, to measure and to look at, short ones or
// of so many articles each:
//
//	go run ./builder/library/internal/backlog/gen 500 DIR [ARTICLES]
package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"

	"kanyin/builder/library/internal/backlog"
)

func main() {
	if err := gen(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func gen(args []string) error {
	if len(args) != 2 && len(args) != 3 {
		return errors.New("gen takes a number of issues, a folder, and maybe the number of articles in each")
	}
	n, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	articles := backlog.Short
	if len(args) == 3 {
		if articles, err = strconv.Atoi(args[2]); err != nil {
			return err
		}
	}
	return backlog.Write(args[1], n, articles)
}
