"""The written pages of a site -> its texts as an analysed corpus, for R, AntConc, CWB and the like.

What is written is what the pages show and what the search finds: the passages of lunr_search, with the lemmas of
the index.
"""
