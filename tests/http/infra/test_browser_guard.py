"""What keeps a browser careful: headers, and from where a page may change or read things."""

from typing import Any

import pytest
from aiohttp import web

from telemed.infra.metrics import Metrics
from telemed.infra.routes import ApiModel, Routes
from telemed.infra.security import cookie_of
from telemed.kernel.actor import Actor
from tests.http.infra.conftest import SIGNED_IN, Serve

BEHIND_TLS = {"X-Forwarded-Proto": "https"}


class Empty(ApiModel):
    pass


def routes() -> Routes:
    routes = Routes()

    @routes.get("/api/me", tag="people")
    async def who_am_i(actor: Actor) -> Empty:
        return Empty()

    @routes.post("/api/me", tag="people")
    async def change_me(actor: Actor) -> None: ...

    @routes.post("/api/session/refresh", tag="people")
    async def refresh(request: web.Request) -> None:
        """By a cookie alone."""

    @routes.get("/api/session/device", tag="people")
    async def device(request: web.Request) -> Empty:
        return Empty()

    @routes.get("/api/cookie", tag="people")
    async def shown(request: web.Request) -> web.Response:
        return web.Response(text=cookie_of(request, "telemed_refresh"))

    @routes.get("/api/form.pdf", tag="people")
    async def form(actor: Actor) -> web.Response:
        return web.Response(body=b"%PDF", content_type="application/pdf")

    return routes


def page(app: web.Application, _: Metrics) -> None:
    async def show(_: web.Request) -> web.Response:
        return web.Response(text="<p>", content_type="text/html")

    app.router.add_get("/", show)


def directives(response: Any) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in response.headers["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in parts}


async def test_every_answer_makes_the_browser_careful(serve: Serve) -> None:
    world = await serve(routes(), page)

    for path in ("/", "/api/me", "/nowhere", "/api/form.pdf"):
        headers = (await world.client.get(path, headers=SIGNED_IN)).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["Origin-Agent-Cluster"] == "?1"
        permissions = headers["Permissions-Policy"].split(", ")
        assert {"camera=(self)", "microphone=(self)", "display-capture=(self)", "geolocation=()"} <= set(permissions)
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


async def test_the_page_runs_no_inline_code_and_loads_nothing_from_elsewhere(serve: Serve) -> None:
    world = await serve(extend=page)

    policy = directives(await world.client.get("/"))

    assert (policy["default-src"], policy["script-src"], policy["style-src"]) == ("'none'", "'self'", "'self'")
    assert (policy["require-trusted-types-for"], policy["trusted-types"]) == ("'script'", "telemed")
    assert not {"unsafe", "http:", "https:", "*"} & set(" ".join(policy.values()).replace("'", " ").split())


async def test_an_answer_of_the_api_is_never_a_page_and_never_kept(serve: Serve) -> None:
    world = await serve(routes())

    for path in ("/api/me", "/api/form.pdf", "/api/nothing"):
        response = await world.client.get(path, headers=SIGNED_IN)
        policy = directives(response)
        assert ("sandbox" in policy, policy["default-src"]) == (True, "'none'")
        assert response.headers["Cache-Control"] == "no-store"


async def test_over_tls_browsers_are_told_to_stay_with_it(serve: Serve) -> None:
    world = await serve(extend=page)

    plain = await world.client.get("/")
    behind_tls = await world.client.get("/", headers=BEHIND_TLS)
    through_two = await world.client.get("/", headers={"X-Forwarded-Proto": "https, http"})

    assert "Strict-Transport-Security" not in plain.headers
    assert behind_tls.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert "Strict-Transport-Security" not in through_two.headers


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", "http://", "http://["])
async def test_a_change_from_another_sites_page_is_refused_and_audited(serve: Serve, origin: str) -> None:
    world = await serve(routes())

    response = await world.client.post("/api/me", headers={**SIGNED_IN, "Origin": origin})

    assert (response.status, (await response.json())["code"]) == (403, "other_origin")
    assert [refusal[1] for refusal in world.refusals] == ["other_origin"]


async def test_a_change_from_our_own_pages_or_a_listed_origin_is_let_in(serve: Serve) -> None:
    world = await serve(routes())
    own = f"http://{world.client.host}:{world.client.port}"

    for headers in (
        {},
        {"Origin": own, "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Origin": "https://telemed.example.vn"},
        {"Origin": "https://telemed.example.vn", "Sec-Fetch-Site": "cross-site"},
    ):
        response = await world.client.post("/api/me", headers={**SIGNED_IN, **headers})
        assert response.status == 204


async def test_a_plain_page_of_our_own_name_is_foreign_once_we_speak_tls(serve: Serve) -> None:
    world = await serve(routes())
    host = f"{world.client.host}:{world.client.port}"

    plain = await world.client.post("/api/session/refresh", headers={**BEHIND_TLS, "Origin": f"http://{host}"})
    safe = await world.client.post("/api/session/refresh", headers={**BEHIND_TLS, "Origin": f"https://{host}"})

    assert (plain.status, safe.status) == (403, 204)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "something-new"])
async def test_a_cookie_alone_opens_nothing_for_another_sites_page_even_without_origin(serve: Serve, site: str) -> None:
    world = await serve(routes())

    refresh = await world.client.post("/api/session/refresh", headers={"Sec-Fetch-Site": site})
    device = await world.client.get("/api/session/device", headers={"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "cors"})

    for response in (refresh, device):
        assert (response.status, (await response.json())["code"]) == (403, "other_origin")
    assert [refusal[1] for refusal in world.refusals] == ["other_origin", "other_origin"]


async def test_over_tls_a_cookie_planted_by_a_plain_page_is_not_looked_at(serve: Serve) -> None:
    world = await serve(routes())
    both = {"Cookie": "telemed_refresh=planted; __Secure-telemed_refresh=ours"}

    plain = await world.client.get("/api/cookie", headers=both)
    over_tls = await world.client.get("/api/cookie", headers=BEHIND_TLS | both)
    only_planted = await world.client.get("/api/cookie", headers=BEHIND_TLS | {"Cookie": "telemed_refresh=planted"})

    assert [await answer.text() for answer in (plain, over_tls, only_planted)] == ["planted", "ours", ""]


async def test_a_link_from_elsewhere_may_be_followed_and_a_form_from_elsewhere_not(serve: Serve) -> None:
    world = await serve(routes(), page)
    elsewhere = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}

    assert (await world.client.get("/", headers=elsewhere)).status == 200
    assert (await world.client.get("/api/session/device", headers=elsewhere)).status == 200
    assert (await world.client.post("/api/session/refresh", headers=elsewhere)).status == 403


async def test_no_answer_is_ever_opened_to_another_origin(serve: Serve) -> None:
    world = await serve(routes())

    response = await world.client.get("/api/me", headers={**SIGNED_IN, "Origin": "https://evil.example"})

    assert response.status == 200  # a program, not a browser: those say Sec-Fetch-Site
    assert not [name for name in response.headers if name.startswith("Access-Control-")]
