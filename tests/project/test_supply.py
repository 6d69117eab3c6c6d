"""What others made and we run: libraries under their hashes, actions under their commits."""

import re
import tomllib
from itertools import pairwise

import pytest
import yaml

from tests.helpers import PROJECT

LISTS = {path.name: path.read_text("utf-8") for path in sorted(PROJECT.glob("requirements*.txt"))}
WORKFLOWS = {
    path.name: path.read_text("utf-8")
    for path in sorted((PROJECT / ".github/workflows").glob("*.y*ml"))
}
JOBS = [
    (f"{name}: {job}", content)
    for name, text in WORKFLOWS.items()
    for job, content in yaml.safe_load(text)["jobs"].items()
]
OPTIONS = ["--require-hashes", "--only-binary :all:"]

each_list = pytest.mark.parametrize("name", LISTS)
each_workflow = pytest.mark.parametrize("name", WORKFLOWS)
each_job = pytest.mark.parametrize("job", [job for _, job in JOBS], ids=[name for name, _ in JOBS])


def requirements(name):
    """The requirements of a list, each on one line, and its options."""
    text = re.sub(r"\\\n", " ", re.sub(r"^ *#.*\n", "", LISTS[name], flags=re.MULTILINE))
    lines = text.splitlines()
    return (
        [line for line in lines if not line.startswith("-")],
        [line for line in lines if line.startswith("-")],
    )


def pins(name):
    """The versions of a list, by library."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LISTS[name], re.MULTILINE))


@each_list
def test_every_library_is_of_one_version_and_has_its_hashes(name):
    lines, _ = requirements(name)
    assert lines
    for line in lines:
        assert re.fullmatch(
            r"[a-z0-9-]+==[\w.]+ +(; [^;\\]+?)?( +--hash=sha256:[0-9a-f]{64})+", line
        ), line


@each_list
def test_a_list_asks_for_hashes_and_wheels_and_names_no_address(name):
    assert requirements(name)[1] == OPTIONS
    assert "://" not in LISTS[name]


def test_the_lists_are_those_of_pyproject():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    wanted = {
        "requirements.txt": project["project"]["dependencies"],
        **{f"requirements-{name}.txt": of for name, of in project["dependency-groups"].items()},
    }
    assert set(wanted) == set(LISTS)
    for name, libraries in wanted.items():
        for library in libraries:
            base, version = re.fullmatch(r"([\w-]+)(?:\[\w+\])?==(\S+)", library).groups()
            assert pins(name).get(base.lower()) == version, f"{name}: run make lock"


def test_tests_and_measurements_run_on_the_libraries_that_build():
    lists = ["requirements.txt", "requirements-dev.txt", "requirements-bench.txt"]
    for short, long in pairwise(lists):
        assert pins(short).items() < pins(long).items()


def test_only_what_is_locked_is_installed():
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    installed = re.findall(r"-m pip install (.*)", makefile)
    assert installed
    for arguments in installed:
        assert re.fullmatch(r"(-qq|--\S+|-r (\$<|requirements-lock\.txt)| )+", arguments)


@each_workflow
def test_every_action_is_one_commit_and_says_which_version_that_is(name):
    uses = re.findall(r"uses: (.*)", WORKFLOWS[name])
    assert uses
    for action in uses:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


@each_workflow
def test_a_workflow_starts_without_permissions_and_for_no_stranger_with_secrets(name):
    workflow = yaml.safe_load(WORKFLOWS[name])
    assert workflow["permissions"] == {}
    assert set(workflow[True]) <= {"push", "pull_request", "workflow_dispatch"}  # `on`, in YAML 1.1
    assert "secrets." not in WORKFLOWS[name]


@each_job
def test_a_job_ends_in_time_and_asks_for_its_permissions(job):
    assert job["timeout-minutes"] <= 60
    assert job["permissions"]
    assert job["runs-on"] == "ubuntu-24.04"


@each_job
def test_nothing_is_put_into_a_script(job):
    for step in job["steps"]:
        assert "${{" not in step.get("run", "")


@each_job
def test_no_step_keeps_a_token_or_a_cache(job):
    for step in job["steps"]:
        options = step.get("with", {})
        if step.get("uses", "").startswith("actions/checkout@"):
            assert options["persist-credentials"] is False
        assert not any("cache" in option for option in options)
        assert not step.get("uses", "").startswith("actions/cache")


def test_only_the_job_that_deploys_may_write_and_none_of_our_code_runs_there():
    may_write = {name for name, job in JOBS if "write" in job["permissions"].values()}
    assert may_write == {"publish.yml: deploy"}
    deploy = dict(JOBS)["publish.yml: deploy"]
    (step,) = deploy["steps"]
    assert step["uses"].startswith("actions/deploy-pages@")
    assert set(deploy["needs"]) == {"test", "build"}
    assert deploy["if"] == "github.ref == 'refs/heads/main'"


def test_what_is_published_comes_from_a_machine_where_no_test_ran():
    uploads = [
        job for _, job in JOBS if any("upload-pages" in s.get("uses", "") for s in job["steps"])
    ]
    (build,) = uploads
    assert [step["run"] for step in build["steps"] if "run" in step] == ["make"]
