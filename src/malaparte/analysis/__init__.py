"""What ensembles say about each other."""
