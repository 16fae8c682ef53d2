package archive

import (
	"archive/tar"
	"io"

	"kanyin/builder"
	"kanyin/issues/issue"
)

// Tar writes the files of a bag as one .tar (POSIX pax), times the issue's and
// no owner, so that the same bag gives the same bytes.
func Tar(w io.Writer, files []builder.File, iss *issue.Issue) error {
	t := tar.NewWriter(w)
	for _, f := range files {
		h := &tar.Header{Name: f.Path, Size: int64(len(f.Data)), Mode: 0o644, ModTime: iss.Meta.Issued(), Format: tar.FormatPAX}
		if err := t.WriteHeader(h); err != nil {
			return err
		}
		if _, err := t.Write(f.Data); err != nil {
			return err
		}
	}
	return t.Close()
}
