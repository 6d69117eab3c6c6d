"""The golden cases of this folder; README.md tells how to add one."""

import pytest
import yaml

from tests.helpers import TESTS, edited, messages, with_text

CASES = sorted((TESTS / "cases").glob("*.yml"))
TEN = TESTS / "cases/ten-mistakes.yml"


def planted(files, edits):
    """The files with all mistakes of a case in them."""
    for edit in edits:
        path = edit["path"]
        if "removed" in edit:
            files = {name: data for name, data in files.items() if name != path}
        elif "old" in edit:
            files, before = edited(files, path, edit["old"], edit["new"]), files
        else:
            data = bytes.fromhex(edit["hex"]) if "hex" in edit else edit["text"].encode()
            files, before = {**files, path: data}, files
        if edit.get("digest"):
            source = path.rpartition("/")[2].removesuffix(".txt")
            files = with_text(before, source, files[path])
    return files


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case, mini, update_goldens):
    content = yaml.safe_load(case.read_text(encoding="utf-8"))
    found = messages(planted(mini, content["edits"]))
    if update_goldens:
        body = yaml.safe_dump(
            {**content, "problems": found}, allow_unicode=True, sort_keys=False, width=1000
        )
        case.write_text(body, encoding="utf-8")
    else:
        assert found == content["problems"]


def test_ten_mistakes_are_ten_problems():
    content = yaml.safe_load(TEN.read_text(encoding="utf-8"))
    assert len(content["edits"]) == len(content["problems"]) == 10
