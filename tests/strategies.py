"""Texts as the open web has them, and worse; what tests of any text draw from."""

from unicodedata import category

from hypothesis import strategies as st

TOKENS = (
    *("<", ">", "&", '"', "'", "`", "\\", "/", "=", "{", "}", "[", "]", "(", ")", "#", "%", "|"),
    *("</pre>", "</p>", "</article>", "</title>", "</script>", "</template>", "</bdi>", "<br>"),
    *("<script>ran=1</script>", "<img src=x onerror=ran=1>", "<svg onload=ran=1>", "<!--", "-->"),
    *('" onmouseover="ran=1', "' autofocus onfocus='ran=1", "javascript:ran=1", "<base href=//x>"),
    *("]]>", "<![CDATA[", "<?php", "<style>*{display:none}", "<plaintext>", "<textarea>"),
    *("&#0;", "&amp;", "&lt;", "&nbsp", "&#13;", "&#128;", "&#xD800;", "&notit;", "&copy"),
    *("{{", "}}", "{% raw %}", "{% endif %}", "{#", "{{ 7*7 }}", "{: #top }", "--8<--", "!!!"),
    *("**غ**", "__x__", "`c`", "[a](b)", "![x](y)", "\\(x\\)", "[TOC]", "[^1]", "*[HTML]: x"),
    *("```", "~~~", "    ", "# ", "---", "- [x] ", "5*3*2", ":smile:", "==m==", "(c)", "| a | b |"),
    *(
        "%s",
        "%(x)s",
        "{0}",
        "${x}",
        "$&",
        "$1",
        "\\1",
        "\\g<0>",
        "../",
        "C:\\x",
        "=1+1",
        "@x",
        "-1",
    ),
    *("NO", "null", "~", "12:30", "1e3", "0x1F", ": ", " #", "&a", "*a", "!!str x", "<<", "- "),
    *("zqo", "qz", "zqo0123456789abcdef01234567qz", "STX\u0002", "klzzwxh:0001", "⟦", "⟧"),
    *("كلام", "«قول»", "”x“", "Deep Blue 12", "2019-05-20", "١٢٣", "لآ", "ﷺ", "\ufefb", "ـــ"),
    *("e\u0301", "\u00e9", "\u0627\u0653", "\u0622", "\u0651\u064e", "\u200c", "\u200d", "\u00ad"),
    *("\u00a0", "\u2003", "\u3000", "\u2028", "\u2029", "\ufeff", "\ufdd0", "\uffff", "\u200b"),
    *("\U0001f468\u200d\U0001f469", "\U0001f1ee\U0001f1f6", "\U0010ffff", "\u0300" * 9, "\ufffd"),
)
"""What means something to HTML, Markdown, Jinja, YAML, JavaScript, shells, or Unicode."""

CONTROLS = (
    *("\n", "\r", "\r\n", "\n\n", "\t", "\x0b", "\x0c", "\x1b[2J", "\x7f", "\x80", "\x85", "\x9f"),
    *("\x02", "\x03", "\u202e", "\u202d", "\u202c", "\u2066", "\u2067", "\u2069", "\u200e"),
    *("\u200f", "\u061c"),
)
"""What breaks lines, obeys a terminal, or reorders: for texts, not for names."""


def mixed(characters, *tokens, most=8):
    """Characters and tokens in any order."""
    return st.lists(st.one_of(characters, st.sampled_from(tokens)), max_size=most).map("".join)


anything = mixed(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), *TOKENS, *CONTROLS
)
"""Any text that UTF-8 can hold, but NUL."""

line = mixed(
    st.characters(exclude_categories=["Cs", "Cc"]),
    *(token for token in (*TOKENS, *CONTROLS) if not any(category(c) == "Cc" for c in token)),
)
"""Any text without control characters: what a quote may hold."""

ours = mixed(
    st.characters(exclude_categories=["C"]),
    *(token for token in TOKENS if not any(category(c)[0] == "C" for c in token)),
)
"""Any text that is seen: what titles, names and notes may hold."""

address = ours.map(
    lambda text: (
        "https://a.example/"
        + "".join(c for c in text if c.isprintable() and not c.isspace() and c not in "<>\"'\\")
    )
)
"""An address of the web with anything in its path."""
