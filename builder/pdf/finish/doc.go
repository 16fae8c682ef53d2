// Package finish turns the file that gopdf writes into one that archives,
// readers and printers accept.
//
// gopdf's file is regular: a classic cross-reference table, an object a
// dictionary, the dictionaries in plain text. [Read] takes it apart into a
// [File] of numbered objects. The other functions put in what gopdf does not
// know: fonts with a correct text layer ([File.PutFonts]), the logical structure
// ([File.PutStructure]), bookmarks, page labels, named places, metadata (XMP)
// and output intents. [File.Bytes] writes the whole anew.
//
// Same objects, same bytes: nothing here asks for the time, and the file's ID
// is made of its content. Numbers of clauses are those of ISO 32000-1 (PDF 1.7)
// where no other standard is named.
package finish
