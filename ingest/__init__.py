"""All that is true before a question is asked: a file becomes a plan in the corpus."""
