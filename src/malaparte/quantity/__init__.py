"""Numbers that know their unit, their uncertainty and who says so."""
