"""The road to the day, by days: what moves people, grain, plot and state before the squads move."""
