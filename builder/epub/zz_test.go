package epub
import ("testing";"os")
func TestZZ(t *testing.T){
 os.WriteFile("/tmp/epub/town.epub", build(t, Builder{Fonts: library(t), Pages: townPages(), Version:"0.1.0"}, town()),0644)
 os.WriteFile("/tmp/epub/plain.epub", build(t, Builder{}, town()),0644)
}
