"""What people read: terminal, chronicle, map and citations, in English and Russian."""
