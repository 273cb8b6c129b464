"""Whatever people type is text on every screen and on paper: no markup of theirs gets into a page, nothing runs."""

from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

from playwright.async_api import Browser, Dialog, expect
from pypdf import PdfReader

from telemed.demo.people import PASSWORD
from telemed.kernel.clock import LOCAL, SystemClock
from telemed.kernel.ids import uuid7
from tests.browser import walk
from tests.browser.chromium import person
from tests.browser.walk import User
from tests.live import LiveServer, Person

LONG = (
    '"><script>__xss=1</script><img src=x onerror=__xss=2>\'{{7*7}} #panic("x") $x$ <a href=javascript:__xss=3>đau</a>'
)
SHORT = '"><img src=x onerror=__xss=4>'
TINY = "<svg onload=__xss=5>"
MARK = "onerror=__xss"
WITHIN = 20_000

WATCH = """
  window.__violations = [];
  addEventListener("securitypolicyviolation", (event) => {
    window.__violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
"""
LOOK = """() => ({
  ran: window.__xss ?? null,
  violations: window.__violations,
  planted: document.querySelectorAll("img[src=x], svg[onload], [onerror], a[href^='javascript:']").length,
})"""
SAFE: dict[str, Any] = {"ran": None, "violations": [], "planted": 0}


async def test_markup_in_every_field_stays_text(browser: Browser, server: LiveServer, screenshots: Path) -> None:
    specialist = await watched(browser, server, screenshots, "bs.tamduong")
    station = await watched(browser, server, screenshots, "tram.binhlu")
    async with server.person("tram.binhlu") as doctor, server.person("bs.tamduong") as chair:
        patient = await new_patient(doctor)
        declined = await declined_case(doctor, chair)
        case = await new_case(doctor, patient)
        await expect(specialist.page.get_by_role("alertdialog").first).to_contain_text(MARK, timeout=WITHIN)
        await safe(specialist)
        await chair.ask("POST", f"/api/consults/{case}/accept", {})
        for side in (station, specialist):
            await side.page.goto(f"{server.url}/consults/{case}/call")
        await expect(specialist.page.get_by_text(MARK).first).to_be_visible(timeout=WITHIN)

        minutes = await written_minutes(doctor, chair, case)
        for side in (station, specialist):
            await safe(side)
        await doctor.ask("PUT", f"/api/consults/{case}/phone-calls/{uuid7()}", phone_call())
        await decided(doctor, case)
        referral = await referred(doctor, case)

        for path in (f"/api/minutes/{minutes}/document", f"/api/referrals/{referral}/document"):
            paper = PdfReader(BytesIO(await doctor.ask("GET", path)))
            words = "".join("".join(sheet.extract_text() for sheet in paper.pages).split())
            assert '{{7*7}}#panic("x")$x$' in words, "Typst reads it as text too"
            assert "/JavaScript" not in str(paper.trailer)

    at_station = ["/", f"/consults/{case}/minutes", f"/consults/{case}/decision", f"/referrals/{referral}"]
    await visit(station, server, *at_station, shows=at_station)
    await visit(specialist, server, f"/consults/{case}/minutes", f"/log/{case}", shows=[f"/consults/{case}/minutes"])
    await visit(
        await watched(browser, server, screenshots, "quanly.tamduong"),
        server,
        "/log",
        f"/log/{case}",
        f"/log/{declined}",
    )


async def test_markup_in_names_of_people_and_places_stays_text(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    async with server.person("quantri.tinh") as admin:
        station = str(uuid7())
        await admin.ask(
            "PUT",
            f"/api/facilities/{station}",
            {"kind": "station", "name": LONG[:120], "short_name": SHORT, "prefix": "XSS", "authority": LONG[:120]},
        )
        someone = str(uuid7())
        names = {"username": "x.demo", "full_name": SHORT, "title": TINY, "license_no": SHORT}
        await admin.ask("PUT", f"/api/people/{someone}", names | {"profession": "doctor", "facility_id": station})
        grant = {"person_id": someone, "role": "station_doctor", "facility_id": station, "source": "employment"}
        await admin.ask(
            "PUT",
            f"/api/grants/{uuid7()}",
            grant | {"valid_from": SystemClock().now().astimezone(LOCAL).date().isoformat(), "document": SHORT},
        )
    shown = await watched(browser, server, screenshots, "quantri.tinh")
    screens = ["/people", f"/people/{someone}", "/facilities"]
    await visit(shown, server, *screens, "/assignments", "/roles", shows=screens)


async def test_markup_in_what_opens_a_case_and_asks_for_data_stays_text(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    await watched(browser, server, screenshots, "bs.tamduong")
    async with (
        server.person("tram.binhlu") as doctor,
        server.person("bs.thanuyen") as other,
        server.person("kiemsoat.tamduong") as officer,
    ):
        patient = await new_patient(doctor)
        case = await new_case(doctor, patient)
        code = (await doctor.ask("GET", f"/api/consults/{case}"))["summary"]["code"]
        opened = {"consult_code": code, "ground": "emergency", "reason": LONG}
        access = str(uuid7())
        await other.ask("PUT", f"/api/accesses/{access}", opened)
        await officer.ask("POST", f"/api/access-reviews/{access}", {"verdict": "explain", "question": LONG})
        await other.ask("POST", f"/api/access-reviews/{access}/explanation", {"text": LONG})
        wanted = {"patient_id": patient, "kind": "export", "asked_by": SHORT, "words": LONG}
        await doctor.ask("PUT", f"/api/data-requests/{uuid7()}", wanted)
    opener = await watched(browser, server, screenshots, "bs.thanuyen")
    await visit(opener, server, "/open-case", f"/opened/{case}")
    shown = await watched(browser, server, screenshots, "kiemsoat.tamduong")
    await visit(shown, server, "/audit", "/access-review", "/data-requests", shows=["/access-review", "/data-requests"])


REFUSED = """async () => {
  const tries = {
    html: () => { document.body.innerHTML = "<b>x</b>"; },
    handler: () => { document.body.setAttribute("onclick", "window.__xss = 1"); },
    script: () => { document.createElement("script").text = "window.__xss = 2"; },
    timer: () => { setTimeout("window.__xss = 3", 0); },
    policy: () => { trustedTypes.createPolicy("another", {}); },
    style: () => {
      const node = document.createElement("i");
      node.setAttribute("style", "color: red");
      if (node.style.color === "") throw new TypeError("not applied");
    },
    elsewhere: () => fetch("https://elsewhere.example/"),
  };
  const refused = [];
  for (const [name, attempt] of Object.entries(tries)) {
    try { await attempt(); } catch (fault) { refused.push(name); }
  }
  return [refused, Object.keys(tries), window.__xss ?? null];
}"""


async def test_the_browser_itself_refuses_code_made_of_text_and_still_keeps_the_app_offline(
    browser: Browser, server: LiveServer
) -> None:
    """Should text ever get where code is made, and so the test above would see it."""
    context = await person(browser)
    page = await context.new_page()
    await page.goto(server.url + "/")

    refused, tried, ran = await page.evaluate(REFUSED)
    worker = await page.evaluate("navigator.serviceWorker.ready.then((found) => found.active.scriptURL)")

    assert (refused, ran) == (tried, None)
    assert worker == server.url + "/sw.js", "its address is the one our policy makes"


async def watched(browser: Browser, server: LiveServer, folder: Path, username: str) -> User:
    """Signed in, on a page that tells what it was kept from doing."""
    user = await walk.user(browser, server, folder, username)
    await expect(user.page.get_by_label("Mật khẩu", exact=True)).to_have_count(0, timeout=WITHIN)
    await user.context.add_init_script(WATCH)

    async def refuse(dialog: Dialog) -> None:
        user.faults.append(f"a dialog: {dialog.message}")
        await dialog.dismiss()

    user.page.on("dialog", refuse)
    await user.page.reload()
    return user


async def safe(user: User) -> None:
    assert await user.page.evaluate(LOOK) == SAFE, user.page.url
    assert user.faults == []


async def visit(user: User, server: LiveServer, *paths: str, shows: list[str] | None = None) -> None:
    """Open each, see it filled, and find nothing but text. `shows`: those on which the markup must be readable."""
    for path in paths:
        await user.page.goto(server.url + path)
        await user.page.wait_for_load_state("networkidle")
        await expect(user.page.locator(".skel, .skeleton, [aria-busy=true]")).to_have_count(0, timeout=WITHIN)
        if path in (shows or []):
            text = await user.page.evaluate(
                "document.body.innerText + [...document.querySelectorAll('input, textarea')].map((f) => f.value)"
            )
            assert MARK in text or TINY in text, path
        await safe(user)


async def new_patient(doctor: Person) -> str:
    fields = {
        "station_id": doctor.facility,
        "full_name": LONG,
        "national_id": "<i>1</i>",
        "insurance_no": SHORT,
        "phone": TINY,
        "village": LONG,
        "occupation": LONG,
        "representative": LONG,
        "language": LONG,
        "sex": "female",
    }
    return str((await doctor.ask("PUT", f"/api/patients/{uuid7()}", fields))["id"])


def consent() -> dict[str, Any]:
    word = {"purpose": "share", "decision": "given", "ground": "relative", "text_version": "2026-11"}
    return word | {
        "given_by": LONG,
        "relation": LONG,
        "reason": LONG,
        "interpreter": LONG,
        "representative": "chosen_by_family",
    }


async def new_case(doctor: Person, patient: str | None, urgency: str = "stat") -> UUID:
    words = ("question", "history", "past_history", "examination", "working_diagnosis", "treatment_given")
    body = {
        "station_id": doctor.facility,
        "patient_id": patient,
        "urgency": urgency,
        "specialty": "emergency",
        "request": {"reason": LONG, **dict.fromkeys(words, LONG)},
        "consents": [consent()],
        "send": True,
    }
    made = await doctor.ask("PUT", f"/api/consults/{uuid7()}", body)
    return UUID(made["id"])


async def declined_case(doctor: Person, chair: Person) -> UUID:
    """Declined with a note, then cancelled with a reason."""
    case = await new_case(doctor, None)
    rings = (await chair.ask("GET", "/api/rings"))["rings"]
    (ring,) = [ring["ring_id"] for ring in rings if ring["consult"]["id"] == str(case)]
    await chair.ask("POST", f"/api/rings/{ring}/decline", {"reason": "other", "note": LONG})
    await doctor.ask("POST", f"/api/consults/{case}/cancel", {"reason": LONG})
    return case


def phone_call() -> dict[str, str]:
    return {"number": TINY, "spoke_with": LONG, "advice": LONG}


async def written_minutes(doctor: Person, chair: Person, case: UUID) -> str:
    seen = await chair.ask("GET", f"/api/consults/{case}/minutes")
    path = f"/api/minutes/{seen['id']}"
    for field, now in seen["fields"].items():
        text = "transfer_today" if field == "place" else LONG
        change = {"field": field, "text": text, "seen_version": now["version"]}
        await chair.ask("POST", f"{path}/changes/{uuid7()}", change)
    await chair.ask("PUT", f"{path}/opinions/{uuid7()}", {"text": LONG})
    await chair.ask("POST", f"{path}/conclude", {})
    for who in (chair, doctor):
        seen = await who.ask("GET", f"/api/consults/{case}/minutes")
        sign = {"lines": seen["my_lines"], "password": PASSWORD, "document_hash": seen["document_hash"]}
        await who.ask("POST", f"{path}/signatures/{uuid7()}", sign)
    return str(seen["id"])


async def decided(doctor: Person, case: UUID) -> None:
    body = {"consult_id": str(case), "choice": "modify", "changed_items": ["treatment"], "outcomes": ["refer"]}
    await doctor.ask("PUT", f"/api/decisions/{uuid7()}", body | {"reason": LONG, "note": LONG})


async def referred(doctor: Person, case: UUID) -> str:
    consult = (await doctor.ask("GET", f"/api/consults/{case}"))["summary"]
    to = {"consult_id": str(case), "to_facility_id": consult["hospital"]["id"]}
    made = await doctor.ask("PUT", f"/api/referrals/{uuid7()}", to)
    texts = (
        "clinical_signs",
        "test_results",
        "diagnosis",
        "procedures",
        "treatment",
        "condition_at_transfer",
        "care_plan",
    )
    lines = dict.fromkeys((*texts, "transport", "escort"), LONG) | {"to_facility_id": to["to_facility_id"]}
    fix = {"seen_version": made["version"], "fields": lines}
    await doctor.ask("POST", f"/api/referrals/{made['id']}/changes/{uuid7()}", fix)
    return str(made["id"])
