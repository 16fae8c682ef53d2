package paragraph

// ruby makes room for readings that are wider than what they stand over.
func (s *Setter) ruby() {}
