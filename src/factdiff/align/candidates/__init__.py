"""Which mentions are compared at all: those of one block of compared sources, whose values can agree or contradict."""
