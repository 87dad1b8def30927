"""A language model, where an office has one: it writes, the checks of this room decide what stays.

Nothing here is imported unless `ASSISTANT_MODEL` is set.
"""
