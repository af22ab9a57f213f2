"""Färdplanen: read a public plan and the answers to it, check them, and show them."""
