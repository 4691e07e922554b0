"""What surrounds a mention: its sentence and clause, the events, participants and dates beside it."""

from factdiff.context.antonyms import Opposed, opposed, opposites
from factdiff.context.denials import Affirmed, Denied, affirmations, affirmed, denials
from factdiff.context.document import Scene
from factdiff.context.event_order import Event, Told, orders
from factdiff.context.excerpts import gapped
from factdiff.context.mention_context import Context
from factdiff.context.restatements import restatements, taking_part
from factdiff.context.sentences import Sentence

__all__ = [
    "Affirmed",
    "Context",
    "Denied",
    "Event",
    "Opposed",
    "Scene",
    "Sentence",
    "Told",
    "affirmations",
    "affirmed",
    "denials",
    "gapped",
    "opposed",
    "opposites",
    "orders",
    "restatements",
    "taking_part",
]
