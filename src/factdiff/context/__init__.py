"""The context of mentions: their document, sentence and clause, and the events, participants and dates beside them."""

from factdiff.context.antonyms import Antonym, antonyms, antonyms_of
from factdiff.context.denials import AffirmedVerb, DeniedVerb, affirmations, affirmations_in, denials
from factdiff.context.document import Document
from factdiff.context.event_order import Event, EventOrder, event_orders
from factdiff.context.excerpts import clause_with_gap, sentence_with_gap
from factdiff.context.mention_context import Context
from factdiff.context.restatements import comparable_mentions, restatements
from factdiff.context.sentences import Sentence

__all__ = [
    "AffirmedVerb",
    "Antonym",
    "Context",
    "DeniedVerb",
    "Document",
    "Event",
    "EventOrder",
    "Sentence",
    "affirmations",
    "affirmations_in",
    "antonyms",
    "antonyms_of",
    "clause_with_gap",
    "comparable_mentions",
    "denials",
    "event_orders",
    "restatements",
    "sentence_with_gap",
]
