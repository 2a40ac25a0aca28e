"""Colours and faces of every picture."""

PAPER, INK, RED, BLUE = "#F3ECDD", "#1B1815", "#C1272D", "#1D4E89"
OCHRE, GREY, WATER, MARCH = "#E0A100", "#736A5C", "#557A92", "#CD8C1E"
HEAD_FACE = "Oswald, 'Arial Narrow', 'Liberation Sans Narrow', sans-serif"
TEXT_FACE = "Jost, 'Segoe UI', 'Liberation Sans', Arial, sans-serif"
