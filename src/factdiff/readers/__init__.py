"""Input formats: one file each, with ``ENDINGS`` and ``read(data)``, or ``table(data)`` where a file holds one.

``read`` gives the text, or the articles of the file; ``table`` gives a ``Table``, whose columns the user may name. A
reader may have ``recognises(data)``, which tells whether the content is of its format, and ``LARGEST``, how many bytes
a file has at most. What it needs beside the standard library is imported when it is first called: an extra of the name
of the reader brings it.
"""
