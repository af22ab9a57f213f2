"""Mend Swedish text whose å, ä and ö were lost when it was read by a machine."""
