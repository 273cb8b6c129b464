"""What people read is written in one place: each key in both languages and used, no text hidden in code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.project import ROOT, files, modules, none, text

VIETNAMESE = re.compile("[À-ÖØ-öø-ỹ]")
PAPER_AND_DATA = ("telemed/demo/", "telemed/records/forms/", "telemed/privacy/forms/", "telemed/migrations/versions/")
"""Printed forms are Vietnamese by law, demo data and the province's own facilities by nature."""

Keys = dict[str, set[str]]


def keys_of(source: str) -> Keys:
    """Namespace to keys, of one locale file: `export const consult = { key: "…", "dotted.key": "…" }`."""
    found: Keys = {}
    for name, body in re.findall(r"^export const (\w+)[^=]*= \{\n(.*?)^\}", source, re.MULTILINE | re.DOTALL):
        found[name] = {quoted or bare for quoted, bare in re.findall(r'^  (?:"([^"]+)"|(\w+)):', body, re.MULTILINE)}
    for name, body in re.findall(r"^export const (\w+)[^=\n]*= \{ (.*?) \}", source, re.MULTILINE):
        found[name] = {quoted or bare for quoted, bare in re.findall(r'(?:"([^"]+)"|(\w+)): "', body)}
    return found


def locale(language: str) -> Keys:
    return {
        namespace: keys
        for path in files(".ts", under=f"web/src/locales/{language}")
        if path.name != "index.ts"
        for namespace, keys in keys_of(text(path)).items()
    }


def pages() -> Iterator[tuple[Path, str]]:
    """The web app's own code, without comments, locales and tests."""
    for path in files(".ts", ".tsx", ".js", under="web/src") + files(".js", under="web/sw"):
        if not re.search(r"src/(locales|test|wire)/|\.test\.", str(path)):
            yield path, re.sub(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", "", text(path), flags=re.DOTALL)


def test_both_languages_have_the_same_keys() -> None:
    vi, en = locale("vi"), locale("en")

    none(f"{name}.{key}" for name in vi.keys() | en.keys() for key in vi.get(name, set()) ^ en.get(name, set()))


def test_every_key_that_is_used_exists() -> None:
    vi = locale("vi")
    known = {f"{name}.{key}" for name, keys in vi.items() for key in keys}
    namespaces = "|".join(vi) or "none"

    used = {key for _, code in pages() for key in re.findall(rf"\bt\(\s*\"((?:{namespaces})\.[^\"]+)\"", code)}

    none(used - known)


def test_every_key_is_used() -> None:
    """A key made in pieces (`word("urgency", …)`, `` t(`ring.act_${…}`) ``) uses all that begin so."""
    code = "\n".join(code for _, code in pages())
    pieces = [f"{name}." for name in re.findall(r"\bword\(\s*\"(\w+)\"", code)]
    pieces += re.findall(r"[`\"](\w+\.\w*)\$\{", code)

    none(
        f"{name}.{key}"
        for name, keys in locale("vi").items()
        for key in keys
        if f'"{name}.{key}"' not in code and not f"{name}.{key}".startswith(tuple(pieces))
    )


NOT_FOR_PEOPLE = ("socket.", "receipt.", "gateway.", "metrics_are_private")
"""Faults of a program, not of a person: no screen has a sentence of its own for them."""


def test_every_problem_a_person_can_meet_has_its_sentence() -> None:
    words = locale("vi")
    problems = words.get("problem", set()) | words.get("problemLate", set())

    codes = {code for _, module in modules() for code in codes_of(module)}

    none(code for code in codes - (problems or codes) if not code.startswith(NOT_FOR_PEOPLE))


def test_every_problem_is_listed_in_the_docs() -> None:
    page = ROOT / "docs/problems.md"
    listed = page.read_text(encoding="utf-8") if page.exists() else None

    codes = {code for _, module in modules() for code in codes_of(module)}

    none(code for code in codes if listed and f"`{code}`" not in listed)


def codes_of(module: ast.Module) -> Iterator[str]:
    """The codes of the DomainErrors a module defines."""
    for node in ast.walk(module):
        match node:
            case ast.Assign(
                targets=[ast.Tuple(elts=[ast.Name(id="kind"), ast.Name(id="code")])],
                value=ast.Tuple(elts=[_, ast.Constant(value=str(code))]),
            ):
                yield code


def hidden_text(module: ast.Module) -> Iterator[int]:
    """Lines with a Vietnamese string, of a word or more, that is neither a docstring nor a field's description."""
    said = set()
    for node in ast.walk(module):
        match node:
            case ast.Expr(value=value) | ast.keyword(arg="description", value=value):
                said.add(id(value))
    for node in ast.walk(module):
        match node:
            case ast.Constant(value=str(words)) if id(node) not in said and len(words) > 2 and VIETNAMESE.search(words):
                yield node.lineno


def test_no_vietnamese_text_hides_in_the_program() -> None:
    none(
        f"{path}:{line}"
        for path, module in modules()
        if not str(path).startswith(PAPER_AND_DATA)
        for line in hidden_text(module)
    )


TYPED_BY_PEOPLE = ("web/src/lib/patient.ts", "web/src/lib/referral-state.ts")
"""They read what a doctor types (“14 tháng”, “9 giờ 30”): a grammar, not a text, and the same in all languages."""
OWN_NAME = "Tiếng Việt"
"""A language is called by its own name in every language."""


NIGHT = re.compile(r"\bĐ\b")
"""The sign of a night's duty on every hospital's roster, in all languages: a code, not a text."""


def test_no_vietnamese_text_hides_in_the_web_app() -> None:
    none(
        f"{path}: {line.strip()}"
        for path, code in pages()
        if str(path) not in TYPED_BY_PEOPLE
        for line in code.splitlines()
        if VIETNAMESE.search(NIGHT.sub("", line.replace(OWN_NAME, "")))
    )


def test_the_finders_find() -> None:
    source = 'export const ring: Same<X> = {\n  start: "Gọi",\n  "a.b":\n    "c",\n} as const;\n'
    source += 'export const at = { 1: "x", b: "y" };\n'
    program = ast.parse(
        '"""Hội chẩn."""\nclass A:\n    kind, code = Kind.DENIED, "no"\n    """Tên."""\n    x = f"Chào {1}"\n'
    )

    assert keys_of(source) == {"ring": {"start", "a.b"}, "at": {"1", "b"}}
    assert list(codes_of(program)) == ["no"]
    assert list(hidden_text(program)) == [5]
