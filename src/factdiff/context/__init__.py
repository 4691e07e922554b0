"""What surrounds a mention: its sentence and clause, the events, participants and dates beside it."""

from factdiff.context.orders import Event, Told, orders
from factdiff.context.scene import Context, Scene, restatements, taking_part
from factdiff.context.sentences import Sentence

__all__ = ["Context", "Event", "Scene", "Sentence", "Told", "orders", "restatements", "taking_part"]
