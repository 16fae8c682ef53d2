package library

import (
	"slices"

	"kanyin/builder/archive"
	"kanyin/builder/library/catalog"
	"kanyin/issues/issue"
)

// writeRecords describes every title as a whole for library systems, in MODS
// and in Dublin Core.
func writeRecords(_ *run, c *catalog.Catalog, put put) error {
	for _, t := range c.Titles {
		newest := metaOf(t.Newest())
		s := archive.Series{Meta: issue.Meta{Title: t.Name, ISSN: t.ISSN, CN: newest.CN, Publisher: newest.Publisher, Language: newest.Language}}
		for _, r := range slices.Backward(t.Issues()) {
			s.Issues = append(s.Issues, archive.Member{Meta: metaOf(r), ID: r.ID})
		}
		if err := put("series/"+t.Folder+"/mods.xml", s.MODS()); err != nil {
			return err
		}
		if err := put("series/"+t.Folder+"/dc.xml", s.DublinCore()); err != nil {
			return err
		}
	}
	return nil
}

// metaOf is what a record says of an issue.
func metaOf(r *catalog.Record) issue.Meta {
	m := issue.Meta{Title: r.Title, Year: r.Year, Number: r.Number, Total: r.Total, ISSN: r.ISSN, CN: r.CN, Publisher: r.Publisher, Language: r.Language}
	if r.Year != 0 {
		m.Date = r.Issued
	}
	return m
}
