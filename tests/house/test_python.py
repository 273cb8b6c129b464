"""Rules of the house that no linter knows: one clock, one reader of the environment, owned tasks, policy asked."""

import ast
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.house.project import ROOT, modules, none

TIME = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time")}
ENVIRONMENT = {("os", "environ"), ("os", "getenv"), ("os", "putenv")}
TASKS = {("asyncio", "create_task"), ("asyncio", "ensure_future"), ("loop", "create_task")}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def uses(module: ast.AST, banned: set[tuple[str, str]]) -> Iterator[int]:
    """The lines that say `name.attribute` for one of these pairs."""
    for node in ast.walk(module):
        match node:
            case ast.Attribute(value=ast.Name(id=name) | ast.Attribute(attr=name), attr=attribute):
                if (name, attribute) in banned:
                    yield node.lineno


def where(banned: set[tuple[str, str]], *allowed: str) -> list[str]:
    return [f"{path}:{line}" for path, module in modules() if str(path) not in allowed for line in uses(module, banned)]


def test_only_the_clock_asks_the_system_for_the_time() -> None:
    none(where(TIME, "telemed/kernel/clock.py"))


def test_only_the_start_of_the_program_reads_the_environment() -> None:
    none(where(ENVIRONMENT, "telemed/__main__.py"))


def test_every_task_has_an_owner() -> None:
    none(where(TASKS, "telemed/infra/background.py"))


def test_the_finder_finds() -> None:
    module = ast.parse("import datetime\nx = datetime.datetime.now()\ny = clock.now()\nos.environ['A']\n")

    assert (list(uses(module, TIME)), list(uses(module, ENVIRONMENT))) == ([2], [4])


def test_every_feature_has_a_contract_for_its_front_door() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    guarded = {name for contract in contracts for name in contract.get("protected_modules", [])}
    features = {path.parts[1] for path, _ in modules() if path.name in {"service.py", "wire.py", "api.py"}} - {"cli"}

    none(name for name in features if f"telemed.{name}.*" not in guarded)


def unjudged(sources: dict[str, str]) -> list[str]:
    """The public methods of one feature's services that take an actor and never come to its policy.

    A method may ask by way of another function of the same services. Where every signed-in person may, the method's
    docstring says so: "No policy: only the asker's own shifts."
    """
    functions = [
        (name, function)
        for name, source in sources.items()
        for function in ast.walk(ast.parse(source))
        if isinstance(function, Function)
    ]
    calls: dict[str, set[str]] = defaultdict(set)
    for _, function in functions:
        calls[function.name] |= _names(function)
    judged = {name for name, named in calls.items() if "policy" in named}
    while more := {name for name, named in calls.items() if named & judged} - judged:
        judged |= more
    return [
        f"{name}: {function.name}"
        for name, function in functions
        if not function.name.startswith("_") and _takes_actor(function) and function.name not in judged
        if "No policy: " not in (ast.get_docstring(function) or "")
    ]


def _names(function: Function) -> set[str]:
    return {n.id for n in ast.walk(function) if isinstance(n, ast.Name)} | {
        n.attr for n in ast.walk(function) if isinstance(n, ast.Attribute)
    }


def _takes_actor(function: Function) -> bool:
    methods = function.args.args[:1]
    return bool(methods) and methods[0].arg == "self" and any(a.arg == "actor" for a in function.args.args)


def test_every_use_case_asks_the_policy() -> None:
    features: dict[str, dict[str, str]] = defaultdict(dict)
    for path, _ in modules():
        if "service" in (path.stem, path.parent.name):
            features[path.parts[1]][str(path)] = (ROOT / path).read_text()

    none(fault for sources in features.values() for fault in unjudged(sources))


def test_the_policy_finder_finds() -> None:
    source = '''
class Consults:
    async def accept(self, actor, id):
        policy.require_accept(actor)
    async def decline(self, actor, id):
        await self._with_policy(actor)
    async def peek(self, actor, id):
        return await store.load(tx, id)
    async def mine(self, actor):
        """No policy: only the asker's own."""
    async def _with_policy(self, actor):
        policy.require(actor)
    async def _private(self, actor): ...
def free(actor): ...
'''

    assert unjudged({"s.py": source}) == ["s.py: peek"]


def test_a_function_in_a_test_file_is_run_by_something() -> None:
    defined: dict[str, Path] = {}
    used: set[str] = set()
    for path, module in modules("tests"):
        for node in module.body:
            if isinstance(node, Function) and not (node.name.startswith(("test_", "pytest_")) or node.decorator_list):
                defined[node.name] = path
        for part in ast.walk(module):
            match part:
                case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                    used.add(name)

    none(f"{path}: {name}" for name, path in defined.items() if name not in used)
