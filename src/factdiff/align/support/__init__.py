"""Support: whether two mentions whose values agree are of one fact, and not of two with values alike.

The score is a sum of step functions and trees of what their contexts share, of how their values agree, and of what else
each of the two could be of (Fellegi and Sunter 1969; they are fitted by ``tools/fit_support.py``).
"""
