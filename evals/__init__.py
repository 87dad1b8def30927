"""Measures of retrieval and of answers, and the questions they are taken on."""
