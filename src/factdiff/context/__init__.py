"""What surrounds a mention: its sentence and clause, the events, participants and dates beside it."""

from factdiff.context.scene import Context, Scene, restatements
from factdiff.context.sentences import Sentence

__all__ = ["Context", "Scene", "Sentence", "restatements"]
