import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";

import { Problem } from "@/lib/problem";
import { accessible, shown } from "@/test/shown";

import { Banner } from "./banner";
import { BigAction } from "./big-action";
import { Button, IconButton, PhoneLink } from "./button";
import { RadioCards, SegmentedControl } from "./choices";
import { ConfirmDialog } from "./dialog";
import { useKeys } from "./key-hint";
import { Ladder } from "./ladder";
import { DebtList, EmptyState, KeyValues, LoadingRows } from "./lists";
import { ProblemAlert } from "./problem-alert";
import { Table } from "./table";
import { initials, StateTag, UrgencyTag } from "./tags";
import { VitalTile, VitalTiles } from "./vital-tile";

afterEach(() => {
  vi.useRealTimers();
});

test("axe finds nothing wrong with the kit", async () => {
  const { container } = shown(
    <main>
      <h1>Kit</h1>
      <BigAction to="/emergency" icon="siren" title="Cấp cứu" text="Gọi ngay" emergency />
      <Button tone="primary" hotkey="1">
        Nhận
      </Button>
      <IconButton icon="x" label="Đóng" />
      <PhoneLink phone="0213 0000 001">Gọi trực</PhoneLink>
      <UrgencyTag urgency="stat" />
      <StateTag tone="ok" icon="check">
        Đã nhận
      </StateTag>
      <Ladder
        label="Trình tự gọi"
        announce="Đang gọi BS. Trần Sơn Demo"
        left={(clock) => <>còn {clock}</>}
        items={[
          { key: "1", number: 1, phase: "past", who: "BS. Vân Demo", result: "báo bận" },
          {
            key: "2",
            number: 2,
            phase: "now",
            who: "BS. Sơn Demo",
            startedAt: Date.now(),
            deadlineAt: Date.now() + 42_000,
          },
          { key: "3", number: 3, phase: "next", who: "Cả kíp", result: "sau 0:42" },
        ]}
      />
      <VitalTiles>
        <VitalTile label="SpO₂" unit="%" value="89" verdict="Thấp (94-100)" tone="flag" />
        <VitalTile label="Mạch" unit="lần/phút" inputId="pulse" input={<input id="pulse" />} />
      </VitalTiles>
      <RadioCards
        legend="Mức"
        choices={[{ value: "stat", label: "Cấp cứu" }]}
        value={null}
        onChange={() => undefined}
      />
      <SegmentedControl label="Hình" choices={[{ value: "a", label: "Tiếng" }]} value="a" onChange={() => undefined} />
      <Banner tone="warn" title="Mạng yếu">
        Đã tắt hình để giữ tiếng.
      </Banner>
      <DebtList
        label="Việc còn nợ"
        debts={[{ key: "1", to: "/x", icon: "pen", title: "Ký biên bản", due: "Quá hạn 2 giờ", overdue: true }]}
      />
      <KeyValues items={[["Khám", "Rút lõm lồng ngực"]]} />
      <EmptyState icon="check" title="Không có ca đang mở" />
      <LoadingRows />
      <Table
        caption="Sổ"
        columns={[
          {
            key: "code",
            head: "Số",
            cell: (row: string) => row,
            card: "key",
            sorted: "descending",
            onSort: () => undefined,
          },
        ]}
        rows={["BL-1"]}
        rowKey={(row) => row}
      />
    </main>,
  );

  await accessible(container);
});

test("a countdown runs to the server's deadline and is not read out each second", () => {
  vi.useFakeTimers();
  shown(
    <Ladder
      label="Trình tự gọi"
      announce="Đang gọi BS. Sơn Demo"
      lastSeconds="Còn ít giây"
      left={(clock) => <>còn {clock}</>}
      items={[
        {
          key: "1",
          number: 1,
          phase: "now",
          who: "BS. Sơn Demo",
          startedAt: Date.now(),
          deadlineAt: Date.now() + 42_000,
        },
      ]}
    />,
  );

  expect(screen.getByRole("timer").textContent).toBe("0:42");
  expect(screen.getByRole("timer").getAttribute("aria-live")).toBe("off");
});

test("a problem is a sentence with its reference; a newer code gets the sentence of its kind", () => {
  const { rerender } = shown(<ProblemAlert problem={new Problem({ code: "stale", status: 409, requestId: "r-1" })} />);
  expect(screen.getByRole("alert").textContent).toContain("vừa được người khác sửa");
  expect(screen.getByText("Mã tra cứu: r-1")).toBeDefined();

  rerender(<ProblemAlert problem={new Problem({ code: "brand_new", status: 403 })} />);
  expect(screen.getByRole("alert").textContent).toContain("không được làm việc này");

  rerender(<ProblemAlert problem={new TypeError("boom")} />);
  expect(screen.getByRole("alert").textContent).not.toContain("boom");
});

test("arrows move and choose inside a segmented control", async () => {
  function Sample() {
    const [value, set] = useState<"voice" | "save" | "full">("voice");
    return (
      <SegmentedControl
        label="Hình"
        value={value}
        onChange={set}
        choices={[
          { value: "voice", label: "Tiếng" },
          { value: "save", label: "Tiết kiệm" },
          { value: "full", label: "Hình" },
        ]}
      />
    );
  }
  shown(<Sample />);
  await userEvent.tab();

  await userEvent.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{ArrowLeft}");

  expect(screen.getByRole("radio", { name: "Hình" }).getAttribute("aria-checked")).toBe("true");
  expect(document.activeElement?.textContent).toBe("Hình");
});

test("keys act on the page and stay silent where one types", () => {
  const accept = vi.fn();
  function Sample() {
    useKeys({ "1": accept });
    return <input aria-label="Ghi chú" />;
  }
  shown(<Sample />);

  fireEvent.keyDown(screen.getByLabelText("Ghi chú"), { key: "1" });
  expect(accept).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: "1", repeat: true });
  fireEvent.keyDown(document.body, { key: "1", ctrlKey: true });
  expect(accept).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: "1" });

  expect(accept).toHaveBeenCalledTimes(1);
});

test("a dangerous dialog takes the focus to its words, never to its button, and Esc leaves it", async () => {
  const close = vi.fn();
  const confirm = vi.fn();
  shown(
    <ConfirmDialog open onClose={close} onConfirm={confirm} title="Kết thúc ca?" confirm="Kết thúc ca" danger>
      Còn trống: chẩn đoán.
    </ConfirmDialog>,
  );

  expect(document.activeElement?.textContent).toBe("Kết thúc ca?");
  await userEvent.keyboard("{Enter}");
  expect(confirm).not.toHaveBeenCalled();
  fireEvent(screen.getByRole("alertdialog"), new Event("cancel", { cancelable: true }));
  expect(close).toHaveBeenCalledTimes(1);
});

test("people are known by the last two parts of their name", () => {
  expect(["BS. Lò Mai Demo", "YS. Giàng Tủa Demo", "Nguyễn Thị Hoa", "Sơn"].map(initials)).toEqual([
    "LM",
    "GT",
    "TH",
    "S",
  ]);
});
