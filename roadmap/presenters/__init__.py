"""What the site says, as plain values: addresses, pages, answers, requests, themes, wording.

Each is a function of the data set. The HTML pages, the Word file and the open data all take their
words from here. Knows no HTML, no file and no site engine.
"""
