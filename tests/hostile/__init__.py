"""Input as it may come from the open web or from someone who means harm, each with its verdict.

`python -m tests.hostile` sends every case through the real command and Chromium.
"""

from tests.hostile.folders import FOLDERS
from tests.hostile.records import RECORDS
from tests.hostile.texts import TEXTS
from tests.hostile.words import WORDS

CASES = [*TEXTS, *WORDS, *RECORDS, *FOLDERS]
