"""Values of records: exact on the page, or refused; never changed."""

from __future__ import annotations

from tests.hostile.cases import WRITTEN, Record, Word, quoted, replaced, word

_RECORD = "seeds/sources/2019-10-01-return.yml"
_SHOWN = {
    "script": "<script>alert(1)</script>",
    "closing the title": "</title><script>alert(1)</script>",
    "picture": "<img src=x onerror=alert(1)>",
    "attribute": "' onmouseover='alert(1)' \" autofocus onfocus=\"alert(1)\" x=",
    "entities": "&amp;lt; &#0; &#128; &nbsp;",
    "comment": "<!-- x",
    "Markdown": "5*3*2 __init__ `x` [x](javascript:alert(1)) {: onfocus=alert(1) } \\*",
    "Jinja": "{{7*7}} {% raw %} {# x #}",
    "snippet": "--8<-- mkdocs.yml",
    "token": "zqo0123456789abcdef01234567qz",
    "heading": "# عنوان {: #top } | x - y",
    "backslashes": "\\1 \\g<0> \\n \\\\ $& C:\\x",
    "decomposed": "e\u0301 ا\u0653",
    "presentation forms": "ﷲ ﻻ",
    "Persian": "می\u200cخواهم",
    "emoji": "👨\u200d👩 ❤\ufe0f 🇮🇶",
    "spaces inside": "قال   كذا  ثم",
    "no-break space": "قال\u00a0كذا",
    "Latin and numbers": "Qaani 2020-11-19 (IRGC) 50%",
    "long": "كلمة " * 2_000 + "آخر",
    "one long word": "ب" * 3_000,
    "percent and braces": "%s %(x)s {0} {title} ${x}",
}
_REFUSED = {
    "bidi override": "\u202e",
    "bidi isolate": "\u2066",
    "bidi closer": "\u2069",
    "mark of direction": "\u200f",
    "Arabic letter mark": "\u061c",
    "zero-width space": "\u200b",
    "word joiner": "\u2060",
    "soft hyphen": "\u00ad",
    "BOM": "\ufeff",
    "tag": "\U000e0041",
    "variation selector": "\U000e0100",
    "filler": "\u3164",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "private use": "\ue000",
    "noncharacter": "\ufdd0",
    "noncharacter beyond": "\U0010ffff",
    "control": "\x1b",
    "control of C1": "\x9b",
    "next line": "\u0085",
    "NUL": "\0",
    "tab": "\t",
    "carriage return": "\r",
    "lone surrogate": "\ud800",
}
_PLACES = ("title", "label", "note", "statement")

# As they are written in YAML, which would read most of them otherwise.
_WRITTEN = {
    "no": ("NO", "NO"),
    "yes": ("yes", "yes"),
    "time": ("12:30:45", "12:30:45"),
    "date": ("2020-11-19", "2020-11-19"),
    "no date": ("2011-02-30", "2011-02-30"),
    "octal": ("0123", "0123"),
    "underscored": ("1_000", "1_000"),
    "number": ("1.10", "1.10"),
    "exponent": ("1e3", "1e3"),
    "infinite": (".inf", ".inf"),
    "very long number": ("9" * 5_000, "9" * 5_000),
    "equals": ("=", "="),
    "doubled apostrophe": ("'قا''آني'", "قا'آني"),
    "escapes": ('"\\u0642\\x41\\U0001F600"', "قA😀"),
    "hash without space": ("قال#وسم", "قال#وسم"),
    "colon without space": ("قال:كذا", "قال:كذا"),
    "folded block": (">-\n      سطر\n      آخر", "سطر آخر"),
    "literal block": ("|-\n      سطر\n      آخر", "سطر\nآخر"),
    "block with a hash": ("|-\n      قال #وسم", "قال #وسم"),
    "block with an indent": ("|2-\n        قال", None),
}

_QUOTES = {
    "html": "<b onclick=alert(1)>قال</b> & </a>",
    "bidi unclosed": "\u2066قال \u202eكذا",
    "bidi closers": "\u2069\u2069\u202eقال",
    "zero width": "قا\u200bل كذ\u200dا",
    "spaces": "قال \u00a0 كذا",
    "tab inside": "قال\tكذا",
    "Jinja": "{{7*7}} {%x%}",
    "decomposed": "ا\u0653ي",
    "Latin": "Deep Blue 2020",
    "no letters": "23/11/2020",
}

_ADDRESSES = {
    "javascript": "javascript:alert(1)",
    "javascript in capitals": "JaVaScRiPt:alert(1)//https://x",
    "data": "data:text/html,<script>alert(1)</script>",
    "vbscript": "vbscript:x",
    "file": "file:///etc/passwd",
    "ftp": "ftp://host.example/x",
    "no scheme": "//evil.invalid/x",
    "path alone": "/etc/passwd",
    "words": "not an address",
    "empty": "",
    "no host": "https:///x",
    "user": "https://good.example@evil.invalid/",
    "user and password": "https://a:b@evil.invalid/",
    "white space before": " https://a.example/",
    "white space within": "https://a.example/x y",
    "line within": "https://a.example/\njavascript:alert(1)",
    "quotation mark": 'https://a.example/"onmouseover="alert(1)',
    "apostrophe": "https://a.example/'x",
    "angle": "https://a.example/<script>",
    "backslash": "https:\\\\evil.invalid\\x",
    "port of words": "https://a.example:x/",
    "port too large": "https://a.example:99999/",
    "bracket": "https://[::1/",
    "bidi control": "https://a.example/\u202egnp.exe",
    "zero-width space": "https://a\u200b.example/",
    "NUL": "https://a.example/\0",
    "absurdly long": "https://a.example/" + "x" * 100_000,
}

WORDS = [
    *(word(f"{name}", place, value) for name, value in _SHOWN.items() for place in _PLACES),
    *(
        word(name, place, f"قال {sign}كذا", "R")
        for number, (name, sign) in enumerate(_REFUSED.items())
        for place in (_PLACES[number % 4], "statement")
        if place != "statement" or number % 4 != 3
    ),
    *(
        Word(f"written: {name}", "statement", written, value or "", "F" if value else "E")
        for name, (written, value) in _WRITTEN.items()
        if value
    ),
    *(word(name, "quote", value) for name, value in _QUOTES.items()),
    Word("empty", "title", "''", "", "R"),
    Word("white space", "statement", "'  '", "", "R"),
    Word("nothing", "statement", "", "", "R"),
    Word("null", "label", "null", "", "R"),
    Word("blank to the eye", "label", quoted("\u200c\u200d"), "", "R"),
    Word("only a filler", "title", quoted("\u3164"), "", "R"),
    Word("quote plain", "quote", WRITTEN, "", "R"),
    Word("quote empty", "quote", "''", "", "R"),
    Word("quote of white space", "quote", "'   '", "", "R"),
    Word("quote of no-break spaces", "quote", quoted("\u00a0\u00a0"), "", "R"),
    Word("quote that is nowhere", "quote", "'ليس في النص'", "", "R"),
    Word("quote with a sign less", "quote", "'كلام بين علامتين!'", "", "R"),
    Word("cut by a hash", "statement", "قال كذا #وسم", "", "R"),
    Word("colon in plain text", "statement", "قال: كذا", "", "R"),
    Word("list for a text", "statement", "[قال]", "", "R"),
    Word("map for a text", "note", "{قال: كذا}", "", "R"),
    Word("list of lists", "quote", "[[قال]]", "", "R"),
    *(
        Record(f"address: {name}", replaced(_RECORD, "url: null", f"url: {quoted(value)}"))
        for name, value in _ADDRESSES.items()
    ),
    Record(
        "verb turned around",
        replaced(
            "seeds/visits/2019-09.yml", "verb: 'أعلنت'", f"verb: {quoted('أعلنت' + chr(0x202E))}"
        ),
    ),
    Record(
        "title of the site",
        replaced("seeds/dossier.yml", "title: 'حطام", f"title: 'حطام{chr(0x200B)}"),
    ),
    Record(
        "topic turned around",
        replaced(
            "seeds/dossier.yml", "label: 'النزول'", f"label: {quoted('النزول' + chr(0x202E))}"
        ),
    ),
    Record(
        "name turned around",
        replaced("seeds/actors.yml", "name: 'رأس الريح'", f"name: {quoted(chr(0x202E) + 'رأس')}"),
    ),
    Record(
        "name of the file turned around",
        replaced(_RECORD, "'return.txt'", quoted("return\u202etxt.exe")),
    ),
]
