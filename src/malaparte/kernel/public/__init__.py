"""The army and the street, by pulses, under what everybody can hear."""
