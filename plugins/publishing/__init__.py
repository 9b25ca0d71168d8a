"""A whole build: aside, checked, exchanged for the old one, summed up."""
