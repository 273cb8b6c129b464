import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useEffect, useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { fetchOf, HOSPITAL, MAI, type Answers } from "@/test/consults";
import { accessible, shown } from "@/test/shown";
import { CHILD } from "@/test/templates";
import { emptyForm, type RequestForm } from "./request-state";
import Questions from "./questions";
import Without from "./without";

let answers: Answers;
beforeEach(() => {
  forgetSession();
  answers = {
    "GET /api/icd10": () => ({
      source: { id: "tt06", name: "Danh mục TT 06/2026" },
      codes: [
        { code: "J18", title_vi: "Viêm phổi", title_en: "Pneumonia", not_main: false, unusable: true },
        { code: "J18.9", title_vi: "Viêm phổi, không xác định", title_en: "", not_main: false, unusable: false },
      ],
    }),
  };
  vi.stubGlobal("fetch", fetchOf(answers));
});
afterEach(() => vi.unstubAllGlobals());

const held: { form: RequestForm } = { form: emptyForm("c") };
const toEmergency = vi.fn();

function Asked({ template = CHILD }: { template?: typeof CHILD }) {
  const [form, setForm] = useState<RequestForm>(() => ({ ...emptyForm("c"), caseType: "child_fever" }));
  useEffect(() => {
    held.form = form;
  }, [form]);
  return (
    <Questions
      template={template}
      form={form}
      change={(part) => setForm((now) => ({ ...now, ...part }))}
      toEmergency={toEmergency}
    />
  );
}

describe("the fixed questions of a kind of case", () => {
  it("say that nobody approved them, until somebody did", async () => {
    const { container, unmount } = shown(<Asked />);
    expect(screen.getByText("Chưa được duyệt chuyên môn")).toBeTruthy();
    await accessible(container);
    unmount();

    const line = { hospital: HOSPITAL, person: MAI, at: "2026-11-21T02:00:00Z", note: "" };
    shown(<Asked template={{ ...CHILD, sheet: { ...CHILD.sheet, approvals: [line] } }} />);
    expect(screen.queryByText("Chưa được duyệt chuyên môn")).toBeNull();
    expect(screen.getByText(/^Đã duyệt: BS\. Lò Mai Demo/)).toBeTruthy();
  });

  it("propose an emergency once one is answered so, and go there only when told", async () => {
    shown(<Asked />);
    const drink = within(screen.getByRole("group", { name: "Bỏ bú hoặc không uống được?" }));

    await userEvent.click(drink.getByRole("button", { name: "Không" }));
    expect(screen.queryByRole("alert")).toBeNull();
    await userEvent.click(drink.getByRole("button", { name: "Có" }));

    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("Dấu hiệu nguy hiểm: Bỏ bú hoặc không uống được?");
    expect(toEmergency).not.toHaveBeenCalled();
    await userEvent.click(within(alert).getByRole("button", { name: "Chuyển sang cấp cứu" }));
    expect(toEmergency).toHaveBeenCalledTimes(1);
  });

  it("take an answer back at a second touch", async () => {
    shown(<Asked />);
    const drink = within(screen.getByRole("group", { name: "Bỏ bú hoặc không uống được?" }));

    await userEvent.click(drink.getByRole("button", { name: "Chưa rõ" }));
    expect(held.form.answers).toEqual({ cannot_drink: "unknown" });
    await userEvent.click(drink.getByRole("button", { name: "Chưa rõ" }));

    expect(held.form.answers).toEqual({ cannot_drink: "" });
  });

  it("find a code by words, and its name becomes the diagnosis where there is none", async () => {
    shown(<Asked />);
    await userEvent.type(screen.getByLabelText(/Mã ICD-10/), "viem phoi");

    await userEvent.click(await screen.findByRole("button", { name: /J18\.9/ }));

    expect(held.form).toMatchObject({ icdCode: "J18.9", diagnosis: "Viêm phổi, không xác định" });
    expect(screen.queryByRole("button", { name: /J18/ })).toBeNull();
  });

  it("take a code as it was typed where there is no line, and say which codes are too wide", async () => {
    shown(<Asked />);
    const field = screen.getByLabelText(/Mã ICD-10/);
    await userEvent.type(field, "j18");
    expect((await screen.findByRole("button", { name: /J18 Viêm phổi/ })).textContent).toContain("cần mã chi tiết hơn");
    expect(held.form.icdCode).toBe("J18");

    delete answers["GET /api/icd10"];
    await userEvent.clear(field);
    await userEvent.type(field, "a15.0");
    await waitFor(() => expect(held.form.icdCode).toBe("A15.0"));
  });
});

describe("what a request lacks", () => {
  it("is named, and words of five letters let it pass", async () => {
    const said = vi.fn();
    const props = { template: CHILD, lacking: ["vital.spo2", "question.days"], onWithout: said };
    const { rerender } = shown(<Without {...props} without="" />);
    expect(screen.getByText("Loại ca này còn thiếu: SpO₂, Sốt, ho mấy ngày?")).toBeTruthy();
    await userEvent.type(screen.getByLabelText("Vì sao gửi khi còn thiếu?"), "M");
    expect(said).toHaveBeenCalledWith("M");

    rerender(<Without {...props} lacking={[]} without="" />);

    expect(screen.queryByText(/còn thiếu/)).toBeNull();
  });
});
