"""Write src/factdiff/values/calendar/moving_holidays.tsv: the days of holidays that move, by year.

The days are worked out by the packages `holidays` and `python-dateutil`.

Run it with both installed (neither is needed at run time): ``python tools/build_moving_holidays.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from holidays.calendars.chinese import _ChineseLunisolar as Chinese
from holidays.calendars.hebrew import _HebrewLunisolar as Hebrew
from holidays.calendars.hindu import _HinduLunisolar as Hindu
from holidays.calendars.islamic import _IslamicLunar as Islamic

TARGET = Path(__file__).parent.parent / "src" / "factdiff" / "values" / "calendar" / "moving_holidays.tsv"
YEARS = range(1900, 2101)
HEAD = (
    "# The days (month-day) of feasts that move, by year; an empty field is not known, and two days are two feasts of\n"
    "# one year. Easter from python-dateutil, the others from the calendars of the package holidays (MIT): written by\n"
    "# tools/build_moving_holidays.py. Islamic days are those reckoned or announced for most countries.\n"
)


def listed(table: dict[int, Any], year: int) -> list[date]:
    """The days of a year in a table of the package, which holds one pair of month and day, or several."""
    found = table.get(year, ())
    pairs = found if found and isinstance(found[0], tuple) else [found] if found else []
    return [date(year, month, day) for month, day in pairs]


def by(table: dict[int, Any]) -> Callable[[int], list[date]]:
    """The days of a year, from a table."""
    return lambda year: listed(table, year)


FEASTS: dict[str, Callable[[int], list[date]]] = {
    "easter": lambda year: [easter(year, EASTER_WESTERN)],
    "orthodox_easter": lambda year: [easter(year, EASTER_ORTHODOX)],
    "lunar_new_year": by(Chinese.LUNAR_NEW_YEAR_DATES),
    "mid_autumn": by(Chinese.MID_AUTUMN_DATES),
    "dragon_boat": by(Chinese.DRAGON_BOAT_DATES),
    "islamic_new_year": by(Islamic.HIJRI_NEW_YEAR_DATES),
    "ashura": by(Islamic.ASHURA_DATES),
    "mawlid": by(Islamic.MAWLID_DATES),
    "ramadan": by(Islamic.RAMADAN_BEGINNING_DATES),
    "eid_al_fitr": by(Islamic.EID_AL_FITR_DATES),
    "eid_al_adha": by(Islamic.EID_AL_ADHA_DATES),
    "purim": by(Hebrew.PURIM_DATES),
    "passover": by(Hebrew.PASSOVER_DATES),
    "shavuot": by(Hebrew.SHAVUOT_DATES),
    "rosh_hashanah": by(Hebrew.ROSH_HASHANAH_DATES),
    "yom_kippur": by(Hebrew.YOM_KIPPUR_DATES),
    "sukkot": by(Hebrew.SUKKOT_DATES),
    "hanukkah": by(Hebrew.HANUKKAH_DATES),
    "holi": by(Hindu.HOLI_DATES),
    "diwali": by(Hindu.DIWALI_INDIA_DATES),
}


def main() -> None:
    """Write the table."""
    lines = [HEAD, "year\t" + "\t".join(FEASTS) + "\n"]
    for year in YEARS:
        days = [",".join(f"{day:%m-%d}" for day in feast(year)) for feast in FEASTS.values()]
        lines.append(f"{year}\t" + "\t".join(days) + "\n")
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
