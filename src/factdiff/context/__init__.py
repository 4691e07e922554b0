"""What surrounds a mention: its sentence and clause, the events, participants and dates beside it."""

from factdiff.context.around import Context
from factdiff.context.denials import Affirmed, Denied, affirmations, affirmed, denials
from factdiff.context.excerpts import gapped
from factdiff.context.opposites import Opposed, opposed, opposites
from factdiff.context.orders import Event, Told, orders
from factdiff.context.restated import restatements, taking_part
from factdiff.context.scene import Scene
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
