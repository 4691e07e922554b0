"""Names, offices, speakers, quotations and stances in English."""
