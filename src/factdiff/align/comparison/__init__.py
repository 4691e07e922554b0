"""How two mentions are compared: on levels of their contexts, each of which has a weight."""
