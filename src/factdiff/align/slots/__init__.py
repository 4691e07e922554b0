"""Slots: how likely two mentions are to be of one fact by what they are said of, whatever their values.

A first score looks at the contexts alone; a second one, of pairs with unlike values, adds who else agrees with either
of them, which other pairs fit better, and how a slip of the pen would have changed the value. Both are sums of step
functions, one for each comparison level (Fellegi and Sunter 1969; the steps are fitted by ``tools/fit_slots.py``).
"""
