"""The fact sheet of a draft: what each of its values rests on, and what comes nearest to it in the sources."""
