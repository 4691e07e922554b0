"""Names, offices, quotations and stances of several sources, and which of them mean the same."""
