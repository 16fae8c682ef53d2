package normal
