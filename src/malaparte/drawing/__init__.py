"""Shapes that pictures are made of, and pictures as SVG or PNG."""
