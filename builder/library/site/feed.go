package site

import (
	"bytes"
	"encoding/xml"
	"fmt"

	"kanyin/builder/library/catalog"
)

// An atomFeed is RFC 4287's.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Language string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
	Type string `xml:"type,attr,omitempty"`
}

type atomEntry struct {
	ID      string     `xml:"id"`
	Title   string     `xml:"title"`
	Updated string     `xml:"updated"`
	Summary string     `xml:"summary,omitempty"`
	Links   []atomLink `xml:"link"`
}

// feeds writes the Atom feed of the newest issues and, where the library's
// address is known, the map for search engines, which takes full addresses alone.
func (s *Site) feeds(c *catalog.Catalog, put func(string, []byte) error) error {
	newest := c.Issues()
	newest = newest[:min(newestShown, len(newest))]
	f := atomFeed{Language: s.words.Tag, ID: FeedID(s.config.Address, c, "atom"), Title: s.config.Name, Author: s.config.Name, Updated: day(newest)}
	f.Links = []atomLink{{"self", s.config.Address + "feed.atom", "application/atom+xml"}, {"alternate", s.config.Address + "index.html", "text/html"}}
	for _, r := range newest {
		e := atomEntry{ID: r.ID, Title: r.Name, Updated: r.Issued + "T00:00:00Z"}
		for i, a := range r.Articles[:min(5, len(r.Articles))] {
			if i > 0 {
				e.Summary += "；"
			}
			e.Summary += s.titleOf(a)
		}
		e.Links = []atomLink{{"alternate", s.config.Address + escapePath(r.Place+"/index.html"), "text/html"}}
		f.Entries = append(f.Entries, e)
	}
	data, err := document(f)
	if err != nil {
		return err
	}
	if err := put("feed.atom", data); err != nil || s.config.Address == "" {
		return err
	}
	return s.siteMap(c, put)
}

// mapSize is how many addresses sitemaps.org allows in one map.
const mapSize = 50_000

type urlSet struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []mapped `xml:"url"`
}

type mapIndex struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Maps    []mapped `xml:"sitemap"`
}

type mapped struct {
	Loc string `xml:"loc"`
}

func (s *Site) siteMap(c *catalog.Catalog, put func(string, []byte) error) error {
	all := []mapped{{s.address("index.html")}}
	for _, t := range c.Titles {
		all = append(all, mapped{s.address(t.Folder + "/index.html")})
		for _, r := range t.Issues() {
			all = append(all, mapped{s.address(r.Place + "/index.html")})
			for _, a := range r.Articles {
				all = append(all, mapped{s.address(r.Place + "/" + a.ID + ".html")})
			}
		}
	}
	var index mapIndex
	for i := 0; i*mapSize < len(all); i++ {
		data, err := document(urlSet{URLs: all[i*mapSize : min((i+1)*mapSize, len(all))]})
		if err != nil {
			return err
		}
		name := fmt.Sprintf("static/sitemap-%d.xml", i+1)
		if err := put(name, data); err != nil {
			return err
		}
		index.Maps = append(index.Maps, mapped{s.address(name)})
	}
	data, err := document(index)
	if err != nil {
		return err
	}
	return put("sitemap.xml", data)
}

// day is when the newest of some issues, which come first, was issued: feeds
// carry no clock.
func day(newest []*catalog.Record) string {
	if len(newest) == 0 {
		return "1970-01-01T00:00:00Z"
	}
	return newest[0].Issued + "T00:00:00Z"
}

// FeedID names a feed among all feeds: by its address, or where that is not
// known by the first issue that the library has.
func FeedID(address string, c *catalog.Catalog, name string) string {
	if address != "" {
		return address + name
	}
	if issues := c.Issues(); len(issues) > 0 {
		return issues[len(issues)-1].ID + ":" + name
	}
	return "urn:kanyin:" + name
}

func document(v any) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", " ")
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}
