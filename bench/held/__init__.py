"""What has been tried to break, lose or let in something, and how much of it was held.

A kind of trial is a function `tries` that yields the name of each case and what went wrong with
it, an empty text where it was held.
"""
