"""PDF: its pages as pictures. What else is in it (programs, forms, attachments) is neither run nor looked at."""

import pypdfium2
import pypdfium2.raw as pdfium

from telemed.infra.decoding import drawn
from telemed.infra.decoding.terms import MOST_PAGES, PAGE_EDGE, Answer, Ask, Refused


def opened(data: bytes, ask: Ask) -> tuple[Answer, list[bytes]]:
    """A document locked by a password is refused. The paper's size bounds the picture's: a page has no pixels."""
    try:
        document = pypdfium2.PdfDocument(data, autoclose=True)
    except pypdfium2.PdfiumError as error:
        raise Refused("unreadable") from error
    count = len(document)
    if count < 1:
        raise Refused("unreadable")
    if ask.page is not None and ask.page >= count:
        raise Refused("no_page")
    wanted = range(min(count, MOST_PAGES)) if ask.page is None else [ask.page]
    found = []
    for number in wanted:
        page = document[number]
        width, height = page.get_size()
        if not (0 < width < 1e6 and 0 < height < 1e6):
            raise Refused("unreadable")
        scale = min(PAGE_EDGE / max(width, height), 4)
        bitmap = page.render(scale=scale, may_draw_forms=False, rev_byteorder=True)
        found += drawn.sizes(bitmap.to_pil().convert("RGB"), number, thumbnail=number == 0, edge=PAGE_EDGE)
        bitmap.close()
        page.close()
    return Answer(pages=count, made=[made for made, _ in found]), [content for _, content in found]


assert pdfium  # its library is loaded with it, before no file can be opened any more
