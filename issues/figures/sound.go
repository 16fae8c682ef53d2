package figures

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	_ "image/jpeg" // both are asked for by image.Decode
	_ "image/png"
	"path"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
	"kanyin/issues/source"
)

// sound gives the pictures that can be shown, under names that every edition
// can use. The others are findings; the source in the archive still has them.
func sound(iss *issue.Issue, all []source.Picture) []source.Picture {
	var out []source.Picture
	taken := map[string]bool{}
	for _, p := range all {
		config, format, why := decoded(p.Bytes)
		if !why.IsZero() {
			lost := issue.Finding{Code: "picture-unread", Severity: issue.Warning, Message: why, Values: []string{p.Name}, Confidence: 1}
			if p.After > 0 {
				lost.Lines = []int{p.After}
			}
			iss.Findings = append(iss.Findings, lost)
			continue
		}
		p.Width, p.Height, p.MIME = config.Width, config.Height, "image/"+format
		p.Name = freeName(p.Name, format, taken)
		out = append(out, p)
	}
	return out
}

// mostPixels is of one picture. A page at 1200 dpi has 140 million and no issue
// prints one; a few bytes may claim a million million, which no memory holds.
const mostPixels = 100_000_000

// decoded gives a picture's size and format, or why it cannot be shown.
func decoded(data []byte) (config image.Config, format string, why say.Text) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err == nil && config.Width > mostPixels/max(config.Height, 1) {
		return config, format, say.Of("a picture of %d × %d pixels is larger than any that is printed and left out; scale it down", config.Width, config.Height)
	}
	if err == nil {
		_, _, err = image.Decode(bytes.NewReader(data))
	}
	if err != nil {
		return config, format, say.Of("a picture is damaged and left out")
	}
	return config, format, say.Text{}
}

// freeName makes a name of letters, digits, points, hyphens and underscores that
// no other picture has, with the ending of what the picture is.
func freeName(name, format string, taken map[string]bool) string {
	stem := strings.Map(func(r rune) rune {
		if r < 0x80 && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(".-_", r)) {
			return r
		}
		return -1
	}, strings.TrimSuffix(name, path.Ext(name)))
	if strings.Trim(stem, ".-_") == "" {
		stem = "picture"
	}
	ending := "." + strings.Replace(format, "jpeg", "jpg", 1)
	for n := 1; ; n++ {
		free := stem + ending
		if n > 1 {
			free = fmt.Sprintf("%s-%d%s", stem, n, ending)
		}
		if !taken[strings.ToLower(free)] {
			taken[strings.ToLower(free)] = true
			return free
		}
	}
}

func pictureOf(p source.Picture) issue.Picture {
	sum := sha256.Sum256(p.Bytes)
	return issue.Picture{
		Name: p.Name, MIME: p.MIME, SHA256: hex.EncodeToString(sum[:]), Bytes: p.Bytes, Width: p.Width, Height: p.Height,
		Page: p.Page, Box: [4]float32{p.X0, p.Y0, p.X1, p.Y1}, Alt: p.Alt,
	}
}
