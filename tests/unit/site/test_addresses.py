import pytest

from dossier.site.addresses import file_in_folder, naming_file, served_file


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../visits/2020-11/", "../visits/2020-11/index.html"),
        ("visits/2020-11/compare/", "visits/2020-11/compare/index.html"),
        ("../visits/2020-11/#asked", "../visits/2020-11/index.html#asked"),
        ("../compare/?visit=2020-11", "../compare/index.html?visit=2020-11"),
        ("../compare/?visit=a/b#q/1/", "../compare/index.html?visit=a/b#q/1/"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("./#top", "./index.html#top"),
        (".?h=x", "./index.html?h=x"),
        ("..", "../index.html"),
        ("../", "../index.html"),
        ("../..", "../../index.html"),
        ("../../#q", "../../index.html#q"),
        ("../.#q", ".././index.html#q"),
        ("/", "/index.html"),
    ],
)
def test_a_folder_is_asked_for_by_its_page(address, expected):
    assert naming_file(address) == expected


@pytest.mark.parametrize(
    "address",
    [
        *("", "#", "#asked", "#a/", "?visit=2020-11", "?visit=a/#b/", "../data/dossier.json"),
        *("a.css?v=1/", "index.html", "../visits/2020-11/index.html#x/", "..a", "a..", "...", "a."),
        *("https://a.example/", "http://a.example/b/?c/#d/", "HTTPS://a.example/", "//a.example/"),
        *("mailto:a@b.example", "tel:+1/", "data:image/svg+xml,<svg/", "file:///a/"),
    ],
)
def test_another_address_stays_as_it_is(address):
    assert naming_file(address) == address


PAGE = "visits/2020-11/index.html"


@pytest.mark.parametrize(
    ("address", "served", "in_folder"),
    [
        ("", PAGE, PAGE),
        ("../..", "index.html", "."),
        ("../../", "index.html", "."),
        ("../2021-04/", "visits/2021-04/index.html", "visits/2021-04"),
        ("../2021-04/index.html", "visits/2021-04/index.html", "visits/2021-04/index.html"),
        ("../../data/claims.csv", "data/claims.csv", "data/claims.csv"),
        ("/dossier/visits/", "visits/index.html", None),
        ("/dossier", "index.html", None),
        ("/other/", None, None),
    ],
)
def test_what_a_server_finds_a_folder_may_not(address, served, in_folder):
    assert served_file(PAGE, address, "/dossier/") == served
    assert file_in_folder(PAGE, address) == in_folder
