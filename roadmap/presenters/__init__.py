"""What the site says, as plain values: addresses, pages, answers, requests, themes, wording.

Each is a function of the data set. HTML, the Word file and the open data all say what is found
here. Knows no HTML, no file and no site engine.
"""
