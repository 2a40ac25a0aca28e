"""From a scenario to columns of numbers, and from columns to one world."""
