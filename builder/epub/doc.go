package epub
