"""Where newsrooms run the command: the steps of the GitHub Action are run, and so is the hook of pre-commit."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from factdiff.reader.formats import endings

ROOT = Path(__file__).parent.parent
NINE, TEN = "Nine cars collided on the harbour bridge.", "Ten cars collided on the harbour bridge."


@pytest.fixture
def stories(tmp_path):
    """A folder with a story in which two texts differ."""
    folder = tmp_path / "stories" / "the bridge"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(NINE, encoding="utf-8")
    (folder / "b.txt").write_text(TEN, encoding="utf-8")
    return tmp_path


def environment(folder):
    """The environment of a step, in which the command is installed."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "GITHUB_STEP_SUMMARY": str(folder / "summary.md"), "PYTHONUTF8": "1"}


def action(folder, **given):
    """The runs of the steps of the action with some inputs, up to the first that fails."""
    data = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    known = {name: given.get(name, one.get("default", "")) for name, one in data["inputs"].items()}
    values = {"github.action_path": str(ROOT), **{f"inputs.{name}": value for name, value in known.items()}}
    assert set(given) <= set(known)
    assert data["runs"]["using"] == "composite"
    for step in data["runs"]["steps"]:
        assert "${{" not in step["run"], "an input in a script could run as code: give it in the environment"
        own = {
            name: re.sub(r"\$\{\{ ([\w.]+) \}\}", lambda match: values[match[1]], value)
            for name, value in step.get("env", {}).items()
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            command, cwd=folder, env={**environment(folder), **own}, capture_output=True, text=True, encoding="utf-8"
        )
        yield done
        if done.returncode:
            return


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_the_steps_of_the_action_annotate_the_files(stories):
    install, check = action(stories, args="--stories\nstories\n")
    assert install.returncode == 0
    assert check.returncode == 1
    assert "::error file=stories/the bridge/a.txt,line=1," in check.stdout
    assert "# Consistency report" in (stories / "summary.md").read_text(encoding="utf-8")
    assert [done.returncode for done in action(stories, args="stories/the bridge/a.txt; touch run")] == [0, 2]
    assert not (stories / "run").exists()


def test_the_hook_runs(stories):
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    command = [*shlex.split(hook["entry"]), *hook["args"]]
    done = subprocess.run(command, cwd=stories, env=environment(stories), capture_output=True, text=True)
    assert done.returncode == 1
    assert "count-conflict" in done.stdout
    assert [ending for ending in endings() if not re.search(hook["files"], f"stories/bridge/a{ending}")] == []
    assert not re.search(hook["files"], "stories/bridge/a.png")


def test_the_recipes_of_the_page_are_true(stories):
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    hook, uses, gitlab = map(yaml.safe_load, re.findall(r"```yaml\n(.*?)```", page, re.S))
    (offered,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [one["id"] for one in hook["repos"][0]["hooks"]] == [offered["id"]]
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    assert set(uses[0]["with"]) <= set(inputs)
    install, check = gitlab["factdiff"]["script"]
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert set(re.search(r"\[(.*)\]", install)[1].split(",")) <= set(extras)
    (stories / "stories" / "the bridge").rename(stories / "stories" / "bridge")
    done = subprocess.run(shlex.split(check), cwd=stories, env=environment(stories), capture_output=True)
    assert done.returncode == 1
    assert gitlab["factdiff"]["artifacts"]["reports"]["junit"] == "factdiff.xml"
    assert "<failure" in (stories / "factdiff.xml").read_text(encoding="utf-8")


def test_what_is_known_already_passes_as_the_page_tells(stories):
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    keep, known = re.search(r"`(factdiff check [^`]+)` keeps what is found today; with `([^`]+)`", page).groups()
    plain = shlex.split(keep)[:-2]

    def status(*options):
        return subprocess.run([*plain, *options], cwd=stories, env=environment(stories), capture_output=True).returncode

    assert plain == ["factdiff", "check", "--stories", "stories"]
    assert status() == 1
    assert status(*shlex.split(keep)[-2:]) == 0
    assert status(*shlex.split(known)) == 0
    (stories / "stories" / "the bridge" / "a.txt").write_text(f"{NINE} It flew 900km (300 miles).", encoding="utf-8")
    assert status(*shlex.split(known)) == 1
