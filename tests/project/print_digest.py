"""Prints a digest of all that is made of the invented dossier; see test_determinism.py."""

import hashlib

from dossier.exports.claims_csv import claims_csv
from dossier.exports.dossier_json import dossier_json, schema_json
from dossier.exports.linked_data import linked_data
from dossier.exports.search import search_files
from dossier.exports.seed_schemas import seed_schemas
from dossier.pages.presenter import Presenter
from dossier.pages.render import pages
from tests.helpers import checked, load_tables, load_words, messages, mini_files, rendered

files, words = mini_files(), load_words()
dossier = checked(files)
presenter = Presenter(dossier, words)
parts = {
    "pages": repr(rendered(dossier, words)).encode(),
    "search": repr(search_files(presenter, pages(presenter), load_tables())).encode(),
    "json": dossier_json(dossier),
    "linked data": repr(linked_data(presenter, "")).encode(),
    "schema": schema_json(),
    "csv": claims_csv(dossier),
    "seed schemas": repr(seed_schemas()).encode(),
    "problems": repr(messages({**files, "seeds/actors.yml": b"actors: []\n"})).encode(),
}
for name, data in parts.items():
    print(name, hashlib.sha256(data).hexdigest())
