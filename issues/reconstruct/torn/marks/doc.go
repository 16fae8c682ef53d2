// Package marks tells lines that say themselves what they are: who edited a text,
// where it is from, who took a picture and what stands under it, who signs a letter.
//
// Marks of this issue are learnt from it: what stands before those whom the contents
// name opens bylines, what repeats at the ends of articles is an end mark.
package marks
