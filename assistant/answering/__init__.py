"""From a query and its evidence to what is said; the default needs no language model."""
