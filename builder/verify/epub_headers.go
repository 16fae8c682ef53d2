package verify

import (
	"archive/zip"
	"encoding/binary"

	"kanyin/issues/say"
)

// localHeaders holds what the container says of a file before its content
// against what it says at its end (APPNOTE, 4.3.7 and 4.3.12): unpackers read
// one or the other.
func localHeaders(b *book) []fault {
	var out []fault
	for _, f := range b.zip.File {
		if err := sameHeader(b.data, f); err != nil {
			out = append(out, faultf(f.Name, "%v", err))
		}
	}
	return out
}

func sameHeader(data []byte, f *zip.File) error {
	const (
		length    = 30     // of the header before the name
		described = 1 << 3 // flag: sizes and checksum stand behind the content
	)
	end, err := f.DataOffset()
	if err != nil {
		return say.Errorf("its header cannot be read: %v", err)
	}
	start := end - length - int64(len(f.Name))
	for extra := int64(0); start >= 0; extra, start = extra+1, start-1 {
		if h := data[start:]; string(h[:4]) == "PK\x03\x04" && int64(binary.LittleEndian.Uint16(h[28:])) == extra {
			break
		}
		if extra == 1<<16 {
			start = -1
			break
		}
	}
	if start < 0 {
		return say.Errorf("no header stands before its content")
	}
	h := data[start:end]
	u16 := func(at int) uint32 { return uint32(binary.LittleEndian.Uint16(h[at:])) }
	u32 := func(at int) uint32 { return binary.LittleEndian.Uint32(h[at:]) }
	date, clock := f.ModifiedDate, f.ModifiedTime
	type field struct {
		name      string
		got, want uint32
	}
	fields := []field{{"version", u16(4), uint32(f.ReaderVersion)}, {"flags", u16(6), uint32(f.Flags)}, {"method", u16(8), uint32(f.Method)}, {"time", u16(10), uint32(clock)}, {"date", u16(12), uint32(date)}}
	if f.Flags&described == 0 {
		fields = append(fields, field{"checksum", u32(14), f.CRC32}, field{"packed size", u32(18), uint32(f.CompressedSize64)}, field{"size", u32(22), uint32(f.UncompressedSize64)})
	}
	for _, x := range fields {
		if x.got != x.want {
			return say.Errorf("its %s is %d before its content and %d at the container's end", x.name, x.got, x.want)
		}
	}
	if name := string(h[length : length+len(f.Name)]); name != f.Name {
		return say.Errorf("it is called %.60q before its content", name)
	}
	return nil
}
