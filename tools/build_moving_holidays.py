"""Write src/factdiff/values/calendar/moving_holidays.tsv from the packages `holidays` and `python-dateutil`.

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
    "# The days (month-day) of moving holidays by year; an empty field is not known, two days are two holidays of\n"
    "# one year. Easter from python-dateutil, the others from the calendars of the package holidays (MIT): written by\n"
    "# tools/build_moving_holidays.py. Islamic days are those reckoned or announced for most countries.\n"
)


def days_of_year(table: dict[int, Any], year: int) -> list[date]:
    """The days of a year in a table of the package, which holds one pair of month and day, or several."""
    found = table.get(year, ())
    pairs = found if found and isinstance(found[0], tuple) else [found] if found else []
    return [date(year, month, day) for month, day in pairs]


def from_table(table: dict[int, Any]) -> Callable[[int], list[date]]:
    """A function from a year to its days in a table."""
    return lambda year: days_of_year(table, year)


HOLIDAYS: dict[str, Callable[[int], list[date]]] = {
    "easter": lambda year: [easter(year, EASTER_WESTERN)],
    "orthodox_easter": lambda year: [easter(year, EASTER_ORTHODOX)],
    "lunar_new_year": from_table(Chinese.LUNAR_NEW_YEAR_DATES),
    "mid_autumn": from_table(Chinese.MID_AUTUMN_DATES),
    "dragon_boat": from_table(Chinese.DRAGON_BOAT_DATES),
    "islamic_new_year": from_table(Islamic.HIJRI_NEW_YEAR_DATES),
    "ashura": from_table(Islamic.ASHURA_DATES),
    "mawlid": from_table(Islamic.MAWLID_DATES),
    "ramadan": from_table(Islamic.RAMADAN_BEGINNING_DATES),
    "eid_al_fitr": from_table(Islamic.EID_AL_FITR_DATES),
    "eid_al_adha": from_table(Islamic.EID_AL_ADHA_DATES),
    "purim": from_table(Hebrew.PURIM_DATES),
    "passover": from_table(Hebrew.PASSOVER_DATES),
    "shavuot": from_table(Hebrew.SHAVUOT_DATES),
    "rosh_hashanah": from_table(Hebrew.ROSH_HASHANAH_DATES),
    "yom_kippur": from_table(Hebrew.YOM_KIPPUR_DATES),
    "sukkot": from_table(Hebrew.SUKKOT_DATES),
    "hanukkah": from_table(Hebrew.HANUKKAH_DATES),
    "holi": from_table(Hindu.HOLI_DATES),
    "diwali": from_table(Hindu.DIWALI_INDIA_DATES),
}


def main() -> None:
    """Write the table."""
    lines = [HEAD, "year\t" + "\t".join(HOLIDAYS) + "\n"]
    for year in YEARS:
        days = [",".join(f"{day:%m-%d}" for day in days_of(year)) for days_of in HOLIDAYS.values()]
        lines.append(f"{year}\t" + "\t".join(days) + "\n")
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
