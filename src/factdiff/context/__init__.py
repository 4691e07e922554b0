"""What surrounds a mention: its sentence and clause, the events, participants and dates beside it."""

from factdiff.context.antonyms import Antonym, antonyms_of, antonyms
from factdiff.context.denials import AffirmedVerb, DeniedVerb, affirmations, affirmations_in, denials
from factdiff.context.document import Document
from factdiff.context.event_order import Event, EventOrder, event_orders
from factdiff.context.excerpts import clause_with_gap
from factdiff.context.mention_context import Context
from factdiff.context.restatements import restatements, comparable_mentions
from factdiff.context.sentences import Sentence

__all__ = [
    "AffirmedVerb",
    "Context",
    "DeniedVerb",
    "Event",
    "Antonym",
    "Document",
    "Sentence",
    "EventOrder",
    "affirmations",
    "affirmations_in",
    "denials",
    "clause_with_gap",
    "antonyms_of",
    "antonyms",
    "event_orders",
    "restatements",
    "comparable_mentions",
]
