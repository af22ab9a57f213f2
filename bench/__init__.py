"""Measurements that are run by hand, side by side with what they are compared with."""
