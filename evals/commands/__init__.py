"""The sub-commands of `python -m evals`, a module for each kind of them."""
