"""From the document of a plan to its goal areas, with the same law of words as a response.

`words` knows what plans call their parts, `marks` what stands before a title, `units` the
paragraphs and which may be headings, `heads` and `outline` what each heading is, `walk` and
`milestones` where each text goes, `groups` which groups can stand, `doubts` what lines may
be of something else, `numbering` the ids, and `reading` does it all.
"""
