"""Text as a code to scan."""

import io

import segno


def svg(text: str) -> str:
    """As a document of its own, for an `<img>`: nothing of it runs in the page."""
    picture = io.BytesIO()
    segno.make_qr(text, error="m").save(picture, kind="svg", xmldecl=False, omitsize=True, border=4)
    return picture.getvalue().decode()
