"""The build beside other site engines: time, memory and page weights, from the same data."""
