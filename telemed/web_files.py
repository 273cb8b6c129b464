"""Serves the built browser app: every address of a screen answers with the one page, files with their own bytes."""

from pathlib import Path

from aiohttp import web

NEVER_CHANGES = "public, max-age=31536000, immutable"
"""Vite puts a hash of the content into the names under `assets/`."""
ASK_AGAIN = "no-cache"


def mount(app: web.Application, folder: Path) -> None:
    """`folder` is Vite's `dist`. Unknown paths outside `/api` get the page: the browser's router knows them."""
    page = folder / "index.html"
    root = folder.resolve()

    async def answer(request: web.Request) -> web.StreamResponse:
        wanted = request.match_info["path"]
        if wanted.startswith("api/"):
            raise web.HTTPNotFound
        file = (root / wanted).resolve()
        if wanted and file.is_relative_to(root) and file.is_file():
            cache = NEVER_CHANGES if wanted.startswith("assets/") else ASK_AGAIN
            return web.FileResponse(file, headers={"Cache-Control": cache})
        if "." in wanted.rsplit("/", 1)[-1]:
            raise web.HTTPNotFound  # a file that is gone must not come back as a page
        return web.FileResponse(page, headers={"Cache-Control": ASK_AGAIN})

    app.router.add_get("/{path:.*}", answer)
