package finish

import (
	"encoding/binary"
	"testing"
)

// A table that promises data beyond the profile's end gives none, also where
// place and length together are more than 32 bits hold.
func TestAProfileThatPromisesTooMuch(t *testing.T) {
	icc := SRGB()
	row := icc[128+4:]
	for _, size := range []uint32{1 << 20, 1<<31 - 1, 1<<32 - 1} {
		binary.BigEndian.PutUint32(row[8:], size)
		if p, err := ReadProfile(icc); err != nil || p.Description != "" || p.Space != "RGB" {
			t.Errorf("%d bytes promised: %+v, %v", size, p, err)
		}
	}
}

// FuzzProfile: whatever the bytes, they are a profile or an error.
func FuzzProfile(f *testing.F) {
	f.Add(SRGB())
	f.Add(profile("prtr", "CMYK", []iccTag{{"desc", []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0cenUS\x00\x00\x00\x04\x00\x00\x00\x1c\x00F\x00o")}}))
	f.Fuzz(func(t *testing.T, icc []byte) {
		p, err := ReadProfile(icc)
		if err != nil {
			return
		}
		if len(p.Class) != 4 || len(p.Description) > 2*len(icc) {
			t.Errorf("%+v of %d bytes", p, len(icc))
		}
	})
}
