"""What a browser loads: the budgets' own script, so that the figures of tests and benchmarks are the same."""

import asyncio
from pathlib import Path

WEB = Path(__file__).parents[1] / "web"
NODE = WEB.parent / ".venv" / "bin" / "node"


async def run() -> bool:
    script = await asyncio.create_subprocess_exec(str(NODE), "scripts/budget.mjs", cwd=WEB)
    return await script.wait() == 0
