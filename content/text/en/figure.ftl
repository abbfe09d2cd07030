### Titles and descriptions of pictures.
