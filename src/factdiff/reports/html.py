"""The report as one HTML page that needs nothing else: no font, no request, and no script to be read.

The page's own script only sorts and filters; its hash stands in the content security policy, so that no other runs.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from factdiff.report import Report
from factdiff.reports._excerpt import one_line, summary
from factdiff.reports._page.cards import cards, suspect_cards
from factdiff.reports._page.matrix import matrix
from factdiff.reports._page.numbers import number_lines
from factdiff.reports._page.sheet import sheet_of
from factdiff.reports._page.timeline import timeline
from factdiff.reports._page.view import View
from factdiff.reports._page.wording import signed
from factdiff.values.severity import SEVERITIES

if TYPE_CHECKING:
    from jinja2 import Template


def render(report: Report, *, fragment: bool = False) -> str:
    """The page, or with ``fragment`` its compact form for a notebook: no articles, no script, charts folded away."""
    view = View(report, prefix=prefix(report) if fragment else "")
    page = template("page.html").render(
        view=view,
        prefix=view.prefix,
        report=report,
        cards=list(cards(view)),
        suspects=list(suspect_cards(view)),
        rows=list(view.rows()),
        sheet=sheet_of(view),
        articles=[] if fragment else list(view.articles()),
        timeline=timeline(report),
        number_lines=list(number_lines(view.shared)),
        matrix=matrix(report) if len(report.sources) > 1 else [],
        summary=summary(report),
        fragment=fragment,
    )
    return page.encode("utf-8", "replace").decode("utf-8")


def stories_page(rows: Sequence[tuple[str, str, str]], total: str) -> str:
    """A page that leads to those of stories, each with its name, its page (empty where there is none) and a line."""
    page = template("stories.html").render(rows=rows, total=total)
    return page.encode("utf-8", "replace").decode("utf-8")


def tables_page(
    title: str, total: str, tables: Sequence[tuple[str, str, Sequence[str], Sequence[Sequence[object]]]]
) -> str:
    """A page of tables: of each its heading, what it tells, the names of its columns, and its rows."""
    page = template("tables.html").render(title=title, total=total, tables=tables)
    return page.encode("utf-8", "replace").decode("utf-8")


def prefix(report: Report) -> str:
    """A short name for the anchors of a report, so that several of them can stand in one notebook."""
    identity = "\n".join((*(f.fingerprint for f in report.findings), *(s.text for s in report.sources)))
    return f"r{hashlib.sha256(identity.encode('utf-8', 'backslashreplace')).hexdigest()[:8]}-"


@cache
def asset(name: str) -> str:
    """A file of the page."""
    return files("factdiff.reports._page").joinpath(name).read_text(encoding="utf-8")


@cache
def template(name: str) -> Template:
    """A template; every value in it is escaped, except for the page's own style and script."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, loader=FunctionLoader(asset)
    )
    script = asset("script.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    environment.globals.update(
        one_line=one_line,
        signed=signed,
        severities=tuple(reversed(SEVERITIES)),
        style=Markup(asset("style.css")),
        script=Markup(script),
        policy=f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'",
    )
    return environment.get_template(name)
