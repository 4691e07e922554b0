"""Names, offices, quotations and stances."""
