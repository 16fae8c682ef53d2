package fonts
