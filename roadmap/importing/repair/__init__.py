"""Repair Swedish text whose å, ä and ö were lost when a machine read it."""
