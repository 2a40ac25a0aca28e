"""What is measured: speed beside other tools, and the rules beside an independent twin."""
