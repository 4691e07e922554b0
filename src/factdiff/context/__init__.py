"""The context of mentions: their document, sentence and clause, and the events, participants and dates beside them."""

from factdiff.context.antonyms import Antonym, antonyms, antonyms_of
from factdiff.context.count_scope import CountScope, OtherCount, count_scope, counts_repeatedly
from factdiff.context.currencies import in_story_currencies
from factdiff.context.dated_events import dated_event
from factdiff.context.denials import AffirmedVerb, DeniedVerb, affirmations, affirmations_in, denials
from factdiff.context.document import Document
from factdiff.context.event_order import Event, EventOrder, event_orders
from factdiff.context.excerpts import clause_with_gap, sentence_with_gap
from factdiff.context.mention_context import Context
from factdiff.context.offices.offices_held import OfficeHeld, is_person, offices_held
from factdiff.context.proper_names import CapitalisedWord, ProperNames, proper_names
from factdiff.context.ranks.claims import RankClaim, rank_claims
from factdiff.context.restatements import comparable_mentions, restatements
from factdiff.context.sentences import Sentence
from factdiff.context.unrealised import is_unrealised

__all__ = [
    "AffirmedVerb",
    "Antonym",
    "CapitalisedWord",
    "Context",
    "CountScope",
    "DeniedVerb",
    "Document",
    "Event",
    "EventOrder",
    "OfficeHeld",
    "OtherCount",
    "ProperNames",
    "RankClaim",
    "Sentence",
    "affirmations",
    "affirmations_in",
    "antonyms",
    "antonyms_of",
    "clause_with_gap",
    "comparable_mentions",
    "count_scope",
    "counts_repeatedly",
    "dated_event",
    "denials",
    "event_orders",
    "in_story_currencies",
    "is_person",
    "is_unrealised",
    "offices_held",
    "proper_names",
    "rank_claims",
    "restatements",
    "sentence_with_gap",
]
