"""The web app makes no code out of text, has none inside its page, and names no address but our own."""

import re
from pathlib import Path

from telemed.infra.security import TRUSTED_TYPES
from tests.house.project import files, none, text

MAKES_CODE = re.compile(
    r"dangerouslySetInnerHTML|\b(inner|outer)HTML\b|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe"
    r"|\bDOMParser\b|\bsrcdoc\b|document\.write|\beval\(|\bnew Function\b|\bimportScripts\b|\bnew (Shared)?Worker\b"
    r"|setTimeout\(\s*[\"'`]|javascript:"
)
STYLE_AS_TEXT = re.compile(
    r"\.cssText\b|setAttribute\(\s*[\"'](style|on\w+)[\"']|createElement\(\s*[\"'](style|script)[\"']"
)
ELSEWHERE = re.compile(r"\b(https?|wss?):(?=//)|[\"'`(]//\w")
NAMES_A_NAMESPACE = "http://www.w3.org/2000/svg"
POLICIES = re.compile(r"createPolicy\(")


def sources() -> list[Path]:
    """What reaches a browser, and what makes it; not its tests."""
    return [
        path
        for path in files(".ts", ".tsx", ".js", ".css", ".html", ".svg", ".webmanifest", under="web")
        if path.parts[1] in {"src", "sw", "public", "index.html"}
        and not re.search(r"\.test\.(tsx?|js)$|^web/src/(test|wire)/", str(path))
    ]


def found(rule: re.Pattern[str], path: Path) -> list[str]:
    code = text(path).replace(NAMES_A_NAMESPACE, "")
    return [f"{path}: {match[0]}" for match in rule.finditer(code)]


def test_no_text_becomes_code() -> None:
    none(fault for path in sources() for fault in found(MAKES_CODE, path) + found(STYLE_AS_TEXT, path))


def test_no_address_but_our_own_is_named() -> None:
    none(fault for path in sources() for fault in found(ELSEWHERE, path))


def test_pages_and_pictures_have_no_code_and_no_style_inside() -> None:
    inside = re.compile(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:", re.IGNORECASE)

    none(fault for path in sources() if path.suffix in {".html", ".svg"} for fault in found(inside, path))


def test_one_file_may_say_what_a_program_is_and_the_server_lets_no_other_policy_be_made() -> None:
    makers = [path for path in sources() if POLICIES.search(text(path))]

    assert makers == [Path("web/src/lib/trusted.ts")]
    assert f'"{TRUSTED_TYPES}"' in text(makers[0])


def test_the_finders_find() -> None:
    bad = 'x.innerHTML = y; new Function("a"); eval("b"); <i dangerouslySetInnerHTML={z} />; setTimeout("c", 1)'

    assert len(MAKES_CODE.findall(bad)) == 5
    assert len(ELSEWHERE.findall('fetch("https://a.example"); load("//cdn.example/x"); // a comment')) == 2
    assert STYLE_AS_TEXT.search('node.setAttribute("style", s)')
