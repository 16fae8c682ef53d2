package verify

import (
	"crypto/sha512"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
)

const (
	payloadList = "manifest-sha512.txt"
	tagList     = "tagmanifest-sha512.txt"
)

func declaration(b *bag) []fault {
	const name, want = "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
	data, ok := b.files[name]
	switch {
	case !ok:
		return []fault{faultf(name, "it is missing: this is no bag")}
	case string(data) != want:
		return []fault{faultf(name, "it says %.80q", data)}
	}
	return nil
}

// manifestRow is a checksum, two spaces and a path (RFC 8493, 2.1.3).
var manifestRow = regexp.MustCompile(`^([0-9A-Fa-f]{128})\s+\*?(\S.*)$`)

// sums reads a manifest and holds the files that it names against it.
func (b *bag) sums(name, under string) (map[string]string, []fault) {
	data, ok := b.files[name]
	if !ok {
		return nil, []fault{faultf(name, "it is missing")}
	}
	decode := strings.NewReplacer("%0A", "\n", "%0a", "\n", "%0D", "\r", "%0d", "\r", "%25", "%")
	listed := map[string]string{}
	var out []fault
	for i, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		place := inFile(name, i+1)
		m := manifestRow.FindStringSubmatch(strings.TrimSuffix(line, "\r"))
		if m == nil {
			out = append(out, faultf(place, "it is no row of a manifest: %.40q", line))
			continue
		}
		sum, path := strings.ToLower(m[1]), decode.Replace(m[2])
		content, there := b.files[path]
		got := sha512.Sum512(content)
		switch _, twice := listed[path]; {
		case twice:
			out = append(out, faultf(place, "%s is listed twice", path))
		case strings.HasPrefix(path, "data/") != (under == "data/"):
			out = append(out, faultf(place, "%s has no place in this manifest", path))
		case !there:
			out = append(out, faultf(place, "%s is missing", path))
		case hex.EncodeToString(got[:]) != sum:
			out = append(out, faultf(path, "its content has changed: the checksum is %.12s…, the manifest's %.12s…", hex.EncodeToString(got[:]), sum))
		}
		listed[path] = sum
	}
	return listed, out
}

func payloadManifest(b *bag) (out []fault) {
	b.payload, out = b.sums(payloadList, "data/")
	return out
}

func tagManifest(b *bag) (out []fault) {
	b.tags, out = b.sums(tagList, "")
	return out
}

// complete looks for files that no manifest names.
func complete(b *bag) []fault {
	var out []fault
	for _, name := range b.paths {
		_, payload := b.payload[name]
		_, tag := b.tags[name]
		if !payload && !tag && name != tagList {
			out = append(out, faultf(name, "no manifest names it"))
		}
	}
	return out
}

// oxum holds the Payload-Oxum (RFC 8493, 2.2.2), octets and files, against the payload.
func oxum(b *bag) []fault {
	const name = "bag-info.txt"
	size, files := 0, 0
	for _, p := range b.paths {
		if strings.HasPrefix(p, "data/") {
			size, files = size+len(b.files[p]), files+1
		}
	}
	want := fmt.Sprintf("%d.%d", size, files)
	for i, line := range strings.Split(string(b.files[name]), "\n") {
		if got, ok := strings.CutPrefix(line, "Payload-Oxum:"); ok {
			if got = strings.TrimSpace(got); got != want {
				return []fault{faultf(inFile(name, i+1), "Payload-Oxum is %s, the payload %s", got, want)}
			}
			return nil
		}
	}
	return []fault{faultf(name, "there is no Payload-Oxum")}
}
