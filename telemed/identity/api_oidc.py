"""Routes of another's sign-in: out to the provider, and back. Both are pages to a browser, not answers to a script."""

from collections.abc import Collection
from html import escape
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

from telemed.identity.api import PATH, device_secret, session_reply
from telemed.identity.model_security import CEREMONY_FOR, OidcUnavailable
from telemed.identity.service.single_sign_on import SingleSignOn
from telemed.infra.http import request_id_of
from telemed.infra.routes import ApiModel, Routes
from telemed.infra.security import PAGE_WITHOUT_CODE, cookie_name, cookie_of, is_https
from telemed.kernel.errors import DomainError

OIDC: Final = f"{PATH}/oidc"
COOKIE: Final = "telemed_oidc"


class OidcQuery(ApiModel):
    shared: bool = False


def routes(single: SingleSignOn, origins: Collection[str]) -> Routes:
    """`origins` are the site's public addresses, for where a proxy does not pass on the Host."""
    routes = Routes()

    @routes.get(OIDC, tag="session", errors=(403, 503))
    async def begin_oidc(query: OidcQuery, request: web.Request) -> web.Response:
        """Sends the browser to the provider's own page."""
        back = f"{_origin(request, origins)}{OIDC}/callback"
        try:
            begun = await single.begin(back, shared=query.shared, device=device_secret(request))
        except DomainError as error:
            return _refusal(error)
        response = web.Response(status=303, headers={"Location": begun.address})
        response.set_cookie(
            cookie_name(request, COOKIE),
            begun.cookie,
            path=OIDC,
            max_age=int(CEREMONY_FOR.total_seconds()),
            httponly=True,
            samesite="Lax",  # it has to come along when the provider sends the browser back
            secure=is_https(request),
        )
        return response

    @routes.get(f"{OIDC}/callback", tag="session", errors=(403, 503), lifeline=True)
    async def finish_oidc(request: web.Request) -> web.Response:
        """A page that goes on to the app by itself: signed in, or with the code of what was refused in the fragment."""
        try:
            signed_in = await single.finish(
                cookie_of(request, COOKIE) or "", dict(request.query), request_id=request_id_of(request)
            )
        except DomainError as error:
            response = _refusal(error)
        else:
            response = _page("/")
            for cookie in session_reply(signed_in).cookies:
                cookie.put(request, response)
        response.del_cookie(cookie_name(request, COOKIE), path=OIDC)
        return response

    return routes


def _origin(request: web.Request, origins: Collection[str]) -> str:
    here = f"{'https' if is_https(request) else 'http'}://{request.host}"
    return (
        here if here in origins or not origins else min(origins, key=lambda one: (urlsplit(one).scheme != "https", one))
    )


def _refusal(error: DomainError) -> web.Response:
    """The sign-in page says it in the reader's language."""
    return _page(f"/#problem={error.code}", 503 if isinstance(error, OidcUnavailable) else 403)


def _page(to: str, status: int = 200) -> web.Response:
    """No script: a page of ours has to stand between the provider's and the app, or our own cookies would not be sent
    (SameSite=Strict)."""
    text = (
        f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url={escape(to)}">'
        f'<title>Telemed</title><a href="{escape(to)}">Telemed</a>'
    )
    careful = {"Content-Security-Policy": PAGE_WITHOUT_CODE}
    return web.Response(text=text, status=status, content_type="text/html", headers=careful)
