### Safety questions and what follows from them.
