"""What a rank is said of, and among what it is counted."""

from factdiff.context.ranks.claims import RankClaim, rank_claims

__all__ = ["RankClaim", "rank_claims"]
