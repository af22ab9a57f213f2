"""How well misread Swedish is repaired."""
