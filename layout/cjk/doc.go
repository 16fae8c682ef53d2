package cjk
