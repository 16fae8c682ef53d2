package library

import (
	"context"

	"kanyin/builder/library/ocfl"
	"kanyin/issues/say"
)

// IsOCFL says whether a folder is an OCFL storage root, which VerifyOCFL judges.
func IsOCFL(dir string) bool { return ocfl.Is(dir) }

// VerifyOCFL judges every object of the storage root o.Out, and what stands
// between them. It reads every byte each time: that is what a root is kept for.
func VerifyOCFL(ctx context.Context, o VerifyOptions) ([]Verdict, error) {
	root, err := ocfl.Open(o.Out)
	if err != nil {
		return nil, err
	}
	objects, strays, err := root.Objects()
	if err != nil {
		return nil, err
	}
	verdicts := judgeAll(ctx, o, objects, func(folder string) Verdict {
		id, faults := root.Check(folder)
		return Verdict{Place: folder, Edition: "object", File: id, Holds: len(faults) == 0, Faults: faults}
	})
	if ctx.Err() != nil {
		return nil, say.Errorf("interrupted")
	}
	for _, stray := range strays {
		verdicts = append(verdicts, Verdict{Place: stray, Edition: "other", Faults: []say.Text{say.Of("this belongs to no object")}})
	}
	return verdicts, nil
}
