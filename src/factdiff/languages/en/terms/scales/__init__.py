"""Tables of the English words for the grades of scales, one for each topic."""
