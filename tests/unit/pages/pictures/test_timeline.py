"""The time line: what is early stands right or above, and nothing lies over anything else."""

import re
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.pages.pictures.timeline import Event, Terms, tall_timeline, wide_timeline
from dossier.text import edtf

TERMS = Terms("الزيارات", "النشر", tuple(f"شهر{n}" for n in range(1, 13)))
LAYOUTS = [wide_timeline, tall_timeline]
WORDS = st.lists(
    st.sampled_from(["زيارة", "تشرين", "الثاني", "2020", "المسؤولين"]), min_size=1, max_size=6
)


def event(kind, when, tells_of=(), title="عنوان", notes=("يوم",)):
    return Event(kind, edtf.parse(when), f"{kind}/{when}/", title, notes, tells_of)


@st.composite
def dates(draw):
    """Days, months, intervals and open ends of two years, or of fifty."""
    first = date(2000, 1, 1) + timedelta(
        days=draw(st.integers(0, draw(st.sampled_from([700, 18000]))))
    )
    last = first + timedelta(days=draw(st.integers(1, 400)))
    pattern = draw(
        st.sampled_from(
            ["{0}", "{0}~", "{2}", "{0}/{1}", "{0}~/{1}", "[{0}..{1}]", "[{0},{1}]", "[..{0}]",
             "{0}/..", "../{0}"]
        )
    )  # fmt: skip
    return pattern.format(first, last, str(first)[:7])


@st.composite
def dossiers(draw):
    told = [
        event(kind, when, title=" ".join(title), notes=(" ".join(note),))
        for kind, when, title, note in draw(
            st.lists(
                st.tuples(st.sampled_from(["visit", "stray"]), dates(), WORDS, WORDS),
                min_size=1,
                max_size=9,
            )
        )
    ]
    published = [
        event("publication", when, tuple(sorted(of)), " ".join(title), (" ".join(note),) * 2)
        for when, of, title, note in draw(
            st.lists(
                st.tuples(
                    dates(), st.sets(st.integers(0, len(told) - 1), max_size=3), WORDS, WORDS
                ),
                min_size=1,
                max_size=9,
            )
        )
    ]
    return [*told, *published]


def apart(a, b):
    return (
        a.x + a.width <= b.x + 0.2
        or b.x + b.width <= a.x + 0.2
        or a.y + a.height <= b.y + 0.2
        or b.y + b.height <= a.y + 0.2
    )


def numbers(path):
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]


@pytest.mark.parametrize("layout", LAYOUTS)
@given(events=dossiers())
def test_no_label_lies_over_another_and_none_outside(layout, events):
    picture = layout(events, TERMS)
    labels = [placed.label.rect for placed in picture.events]
    assert all(apart(a, b) for a, b in combinations(labels, 2))
    for rect in labels:
        assert rect.x >= 0
        assert rect.x + rect.width <= picture.width
        assert rect.y >= 0
        assert rect.y + rect.height <= picture.height
    for placed in picture.events:
        rect = placed.label.rect
        assert all(rect.y < text.y <= rect.y + rect.height for text in placed.label.texts)
        right = pytest.approx(rect.x + rect.width, abs=0.2)
        assert all(text.x == right for text in placed.label.texts)


@given(dossiers())
def test_a_pole_passes_no_label_but_its_own(events):
    picture = wide_timeline(events, TERMS)
    for pole, other in ((a, b) for a in picture.events for b in picture.events if a is not b):
        *_, x, knee, tip = numbers(pole.label.pole)
        rect = other.label.rect
        across = rect.x < x < rect.x + rect.width
        along = min(knee, tip) < rect.y + rect.height and rect.y < max(knee, tip)
        assert not (across and along)


@pytest.mark.parametrize("layout", LAYOUTS)
@given(events=dossiers())
def test_every_mark_lies_within_the_ends_of_its_line(layout, events):
    picture = layout(events, TERMS)
    for placed in picture.events:
        for mark in placed.marks:
            assert mark.rect.x >= -0.2
            assert mark.rect.x + mark.rect.width <= picture.width + 0.2
            assert mark.rect.y >= -0.2
            assert mark.rect.y + mark.rect.height <= picture.height + 0.2


DAYS = ["2020-08-10", "2020-08-11", "2020-11-18", "2021-04-06", "2021-11-07"]


@pytest.mark.parametrize("kind", ["visit", "publication"])
def test_time_runs_from_right_to_left_or_downwards(kind):
    events = [event(kind, day) for day in DAYS]
    wide, tall = (layout(events, TERMS) for layout in LAYOUTS)
    xs = [placed.marks[0].rect.x for placed in wide.events]
    assert all(earlier > later for earlier, later in pairwise(xs))
    assert all(a.label.foot[0] > b.label.foot[0] for a, b in pairwise(wide.events))
    ys = [placed.marks[0].rect.y for placed in tall.events]
    assert all(earlier < later for earlier, later in pairwise(ys))
    assert all(a.label.rect.y < b.label.rect.y for a, b in pairwise(tall.events))


def test_lengths_are_to_scale():
    events = [event("visit", when) for when in ("2020-01-01/2020-04-29", "2020-06-01/2020-07-30")]
    wide, tall = (layout(events, TERMS) for layout in LAYOUTS)
    long, short = (placed.marks[0].rect.width for placed in wide.events)
    assert long / short == pytest.approx(120 / 60, abs=0.02)
    long, short = (placed.marks[0].rect.height for placed in tall.events)
    assert long / short == pytest.approx(120 / 60, abs=0.02)


def test_what_is_unsure_is_drawn_so_on_the_side_where_it_is():
    events = [
        event("visit", "2020-03-01~/2020-04-10"),
        event("visit", "[..2020-08-17]"),
        event("visit", "2020-11-18/.."),
        event("visit", "[2021-02-01..2021-03-01]"),
    ]
    wide, tall = (layout(events, TERMS) for layout in LAYOUTS)
    kinds = [[mark.kind for mark in placed.marks] for placed in wide.events]
    assert kinds == [["span", "right"], ["within", "right"], ["day", "left"], ["within"]]
    kinds = [[mark.kind for mark in placed.marks] for placed in tall.events]
    assert kinds == [["span", "up"], ["within", "up"], ["day", "down"], ["within"]]
    span, fade = wide.events[0].marks
    assert fade.rect.x == pytest.approx(span.rect.x + span.rect.width, abs=0.2)
    span, fade = tall.events[0].marks
    assert fade.rect.y + fade.rect.height == pytest.approx(span.rect.y, abs=0.2)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_thread_leads_from_what_is_told_to_the_article(layout):
    events = [
        event("visit", "2020-11-18"),
        event("visit", "[2020-08-01..2020-08-17]"),
        event("publication", "2020-11-22", (0, 1)),
    ]
    picture = layout(events, TERMS)
    exact, spread = picture.events[2].threads
    assert exact.area == ""
    assert spread.area
    assert [placed.threads for placed in picture.events[:2]] == [(), ()]
    along = 1 if layout is tall_timeline else 0
    for thread, index in ((exact, 0), (spread, 1)):
        path = numbers(thread.path)
        start, end = path[:2], path[-2:]
        for point, placed in ((start, picture.events[index]), (end, picture.events[2])):
            rect = placed.marks[0].rect
            middle = (rect.x + rect.width / 2, rect.y + rect.height / 2)[along]
            assert point[along] == pytest.approx(middle, abs=0.6)


@pytest.mark.parametrize(
    ("days", "names"),
    [
        (("2020-11-18", "2020-11-20"), {"2020", "شهر11", "شهر12"}),
        (("1980-05-01", "2020-11-20"), {"1990", "2000", "2020"}),
    ],
)
def test_the_axis_names_months_or_years(days, names):
    texts = {text.text for text in wide_timeline([event("visit", d) for d in days], TERMS).texts}
    assert names <= texts
    assert len(texts) < 16
