"""One reader a format: a file becomes text."""
