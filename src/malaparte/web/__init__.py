"""The page: a server on this machine, the built page, and the lesson in one file."""
