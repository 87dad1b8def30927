"""All that happens after a question. Imports `corpus` and nothing else of ours."""
