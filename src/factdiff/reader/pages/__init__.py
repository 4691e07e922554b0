"""What stands around an article in a saved page, by its elements, its boxes and its menus."""
