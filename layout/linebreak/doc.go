package linebreak
