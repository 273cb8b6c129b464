import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { useConsentDesk } from "@/context/use-consent-desk";
import { lackingOf, NOTHING_ASKED, wordsOf, type Asked } from "@/lib/consent";
import { suggestLabels } from "@/lib/label-signs";
import { consultOf, fetchOf, SENT, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";
import { ConsentCard } from "@/ui/consent-card";
import { linesOf } from "@/ui/consent-line";

function Card({ summary }: { summary: Parameters<typeof useConsentDesk>[0] }) {
  return <ConsentCard summary={summary} desk={useConsentDesk(summary)} />;
}

const place = vi.hoisted(() => ({ now: "station" }));
vi.mock("@/context/session", () => ({
  useMe: () => ({ id: "mai", place: place.now, grant: { role: "station_doctor", facility: { id: "s" } } }),
}));

const TEXTS = {
  version: "2026-11",
  texts: [
    { purpose: "share", vi: "Gửi tới {hospital}.", en: "Sent to {hospital}.", sha256: "" },
    { purpose: "video", vi: "Camera với {hospital}.", en: "Camera with {hospital}.", sha256: "" },
  ],
};
const adult = { ageMonths: 480, gcs: null };
const told: Asked = { ...NOTHING_ASKED, who: "relative", relative: " Vàng Thị Chở Demo ", how: "spoken" };

describe("who may speak", () => {
  it("is anybody grown up and awake, and a representative for all others", () => {
    const alone: Asked = { ...NOTHING_ASKED, who: "patient", how: "spoken" };
    expect(lackingOf(alone, adult, [])).toEqual([]);
    expect(lackingOf(alone, { ageMonths: null, gcs: null }, [])).toEqual([]);
    expect(lackingOf(alone, { ageMonths: 480, gcs: 8 }, [])).toEqual(["who"]);
    expect(lackingOf(alone, { ageMonths: 30, gcs: null }, [])).toEqual(["who"]);
    expect(lackingOf(alone, { ageMonths: 84, gcs: null }, [])).toEqual(["who", "child"]);
    expect(lackingOf(told, adult, ["share"])).toEqual(["representative", "agreed"]);
  });

  it("is a child of seven too, whose no nobody overrules", () => {
    const child = { ageMonths: 216 - 1, gcs: null };
    const mother: Asked = { ...told, representative: "statutory", childAgreed: false };
    expect(lackingOf({ ...mother, said: { share: "given" } }, child, ["share"])).toEqual(["child"]);
    expect(lackingOf({ ...mother, said: { share: "refused" } }, child, ["share"])).toEqual([]);
  });

  it("is written down with each answer, and the ground follows from how it was said", () => {
    const mother: Asked = { ...told, representative: "statutory", relation: "mẹ", said: { share: "given" } };
    expect(wordsOf(mother, adult, "Người bệnh", "2026-11")).toMatchObject([
      { ground: "relative", given_by: "Vàng Thị Chở Demo", representative: "statutory", child_agreed: null },
    ]);
    expect(wordsOf({ ...mother, how: "signed" }, adult, "Người bệnh", "2026-11")[0]?.ground).toBe("signed");
  });
});

describe("labels", () => {
  it("are suggested by codes and words, and not by other words", () => {
    expect([...suggestLabels(["Theo dõi B20, ho", "lao phổi AFB(+)"]).keys()]).toEqual(["hiv", "tb"]);
    expect(suggestLabels(["Tự tử, F32.1"]).get("mental_health")).toBe("Tự tử");
    expect(suggestLabels(["nghi bị xâm hại tình dục"]).has("sexual_violence")).toBe(true);
    expect(suggestLabels(["tai nạn lao động", "lao đao", "vitamin B2", "F1", "A150"]).size).toBe(0);
  });
});

describe("the line of consent", () => {
  const said = (part: Parameters<typeof consultOf>[0]) => linesOf(consultOf(part)).map(({ text }) => text);
  it("says what holds, what was refused, and that it is protected", () => {
    expect(said({})).toEqual(["Người bệnh đồng ý bằng lời, ghi lúc 10:00"]);
    expect(said({ sharing: "unasked", consents: [] })).toEqual(["Chưa hỏi đồng ý"]);
    expect(
      said({
        sharing: "emergency",
        consents: [
          { purpose: "share", decision: "given", ground: "emergency", at: SENT },
          { purpose: "video", decision: "withdrawn", ground: "spoken", at: SENT },
        ],
        labels: ["hiv"],
      }),
    ).toEqual([
      "Cấp cứu: hội chẩn trước, hỏi đồng ý sau",
      "Không đồng ý dùng camera: chỉ nói chuyện bằng tiếng",
      "Hồ sơ cần bảo vệ riêng: HIV",
    ]);
  });
});

describe("the consent card", () => {
  let answers: Answers = {};
  const bodies: unknown[] = [];
  beforeEach(() => {
    place.now = "station";
    bodies.length = 0;
    answers = { "GET /api/consent-texts": () => TEXTS };
    const summary = consultOf();
    vi.stubGlobal("fetch", (request: Request) =>
      request.method === "PUT"
        ? request.json().then((body) => (bodies.push(body), Response.json(summary)))
        : fetchOf(answers)(request),
    );
  });
  afterEach(() => vi.unstubAllGlobals());

  it("gives the specialist the line and no way to change it", () => {
    place.now = "hospital";
    shown(<Card summary={consultOf()} />);
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("takes back what was given, in the patient's name, and only what is ticked", async () => {
    const { container } = shown(<Card summary={consultOf()} />);
    await userEvent.click(screen.getByRole("button", { name: "Rút lại đồng ý" }));
    const dialog = within(await screen.findByRole("dialog"));
    const tick = dialog.getByRole<HTMLInputElement>("checkbox", { name: /Gửi bệnh án/ });
    expect(tick.checked).toBe(false);

    await userEvent.click(tick);
    await userEvent.click(dialog.getByRole("radio", { name: "Người bệnh" }));
    await userEvent.click(dialog.getByRole("radio", { name: "Nói trước mặt người ghi" }));
    await accessible(container);
    await waitFor(() =>
      expect(dialog.getByRole<HTMLButtonElement>("button", { name: "Rút lại đồng ý" }).disabled).toBe(false),
    );
    await userEvent.click(dialog.getByRole("button", { name: "Rút lại đồng ý" }));

    await waitFor(() => expect(bodies).toHaveLength(1));
    expect(bodies[0]).toMatchObject({ purpose: "share", decision: "withdrawn", ground: "spoken" });
  });

  it("records a later word of an emergency", async () => {
    shown(<Card summary={consultOf({ sharing: "emergency", consents: [] })} />);
    await userEvent.click(screen.getByRole("button", { name: "Ghi nhận đồng ý" }));
    const dialog = within(await screen.findByRole("dialog"));
    const share = within(await dialog.findByRole("group", { name: "Gửi bệnh án để hội chẩn" }));

    await userEvent.click(dialog.getByRole("radio", { name: "Người bệnh" }));
    await userEvent.click(dialog.getByRole("radio", { name: "Ký hoặc điểm chỉ vào giấy" }));
    await userEvent.click(share.getByRole("radio", { name: "Đồng ý" }));
    await userEvent.click(dialog.getByRole("button", { name: "Ghi nhận đồng ý" }));

    await waitFor(() => expect(bodies).toHaveLength(1));
    expect(bodies[0]).toMatchObject({ purpose: "share", decision: "given", ground: "signed" });
  });
});
