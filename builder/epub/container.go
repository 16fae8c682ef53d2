package epub

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"
	"path"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/klauspost/compress/flate"
)

// density is the level of compression: 8 packs texts as small as the standard
// library's best in three fifths of the time, 9 saves another thousandth.
const density = 8

// earliest is the first time that a zip archive can tell.
var earliest = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// writeZip writes the container in canonical form (OCF 3.3): mimetype first and
// stored, then META-INF, then the rest by name, all of one date. The sizes stand
// before the data, and nothing stands beside name and date: some readers take no
// other archive, and half a hundred files add up.
func writeZip(w io.Writer, files map[string][]byte, modified string) error {
	date, err := time.Parse(time.RFC3339, modified)
	if err != nil {
		return err
	}
	if date.Before(earliest) {
		date = earliest
	}
	z := zip.NewWriter(w)
	deflate, err := flate.NewWriter(nil, density)
	if err != nil {
		return err
	}
	for _, name := range containerOrder(files) {
		data := files[name]
		h := &zip.FileHeader{Name: name, CreatorVersion: 20, ReaderVersion: 20, CRC32: crc32.ChecksumIEEE(data), UncompressedSize64: uint64(len(data))}
		//lint:ignore SA1019 a raw entry has the old fields only
		h.ModifiedDate, h.ModifiedTime = dosTime(date)
		if !stored(name) {
			var packed bytes.Buffer
			deflate.Reset(&packed)
			if _, err := deflate.Write(data); err != nil {
				return err
			}
			if err := deflate.Close(); err != nil {
				return err
			}
			h.Method, data = zip.Deflate, packed.Bytes()
		}
		h.CompressedSize64 = uint64(len(data))
		f, err := z.CreateRaw(h)
		if err != nil {
			return err
		}
		if _, err := f.Write(data); err != nil {
			return err
		}
	}
	return z.Close()
}

func containerOrder(files map[string][]byte) []string {
	order := append([]string{"mimetype"}, slices.DeleteFunc(sorted(files), func(s string) bool { return s == "mimetype" })...)
	sort.SliceStable(order[1:], func(i, j int) bool {
		return strings.HasPrefix(order[1+i], "META-INF/") && !strings.HasPrefix(order[1+j], "META-INF/")
	})
	return order
}

// stored says whether a file goes in as it is: the media type must, and what is
// packed already gains nothing.
func stored(name string) bool {
	return name == "mimetype" || slices.Contains([]string{".png", ".jpg", ".jpeg", ".woff2"}, path.Ext(name))
}

// dosTime gives date and time as a zip archive holds them, to two seconds.
func dosTime(t time.Time) (date, clock uint16) {
	return uint16((t.Year()-1980)<<9 | int(t.Month())<<5 | t.Day()), uint16(t.Hour()<<11 | t.Minute()<<5 | t.Second()/2)
}
