import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { accessible, shown } from "@/test/shown";

import { CaseFiles, type CaseFilesDesk } from "./case-files";

import type { FileView } from "@/lib/case-files";

vi.mock("./drawn", () => ({ Drawn: ({ path }: { path: string }) => <i data-path={path} /> }));

const file = (id: string, more: Partial<FileView> = {}): FileView =>
  ({
    id,
    kind: "photo",
    number: Number(id),
    caption: "",
    made_by: { id: "mai", name: "BS. Lò Mai Demo", profession: "doctor" },
    taken_at: "2026-11-22T03:00:00Z",
    pages: 1,
    duration_ms: null,
    columns: 1_600,
    rows: 1_200,
    spacing_um: null,
    at_detector: false,
    ...more,
  }) as FileView;
const FILES = [
  file("1"),
  file("2", { kind: "document", pages: 3 }),
  file("3", { kind: "dicom", spacing_um: [500, 500], columns: 512, rows: 512 }),
  file("4", { kind: "sound", pages: 0, duration_ms: 42_000 }),
];

const desk = (more: Partial<CaseFilesDesk> = {}): CaseFilesDesk => ({
  files: FILES,
  ink: { me: "mai", drawings: [], draw: vi.fn(() => Promise.resolve(true)), erase: vi.fn(() => Promise.resolve(true)) },
  going: [],
  adding: false,
  problem: null,
  add: vi.fn(),
  cancel: vi.fn(),
  retry: vi.fn(),
  ...more,
});
const card = (name: RegExp) => screen.getByRole("button", { name });
const paths = () => [...document.querySelectorAll(".cf-pane [data-path]")].map((one) => one.getAttribute("data-path"));

describe("files of a case", () => {
  beforeEach(() => {
    const said = {
      tags: { PatientName: "NGUYEN VAN A", Modality: "CT" },
      windows: [[128, 256]],
      differs: ["PatientName"],
    };
    vi.stubGlobal("fetch", async () => Response.json(said));
    vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 1_000, 1_000));
    Element.prototype.setPointerCapture = () => undefined;
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it("are small pictures first, each said with what it is", async () => {
    const { container } = shown(<CaseFiles desk={desk()} />);

    expect([...document.querySelectorAll("[data-path]")].map((one) => one.getAttribute("data-path"))).toEqual([
      "/api/files/1/thumbnail",
      "/api/files/2/thumbnail",
      "/api/files/3/thumbnail",
    ]);
    expect(card(/Tài liệu PDF 2/).textContent).toContain("3 trang");
    expect(card(/Ghi âm 4/).textContent).toContain("42 giây");
    await accessible(container);
  });

  it("are turned page by page", () => {
    shown(<CaseFiles desk={desk()} />);
    fireEvent.click(card(/Tài liệu PDF 2/));
    fireEvent.click(screen.getByRole("button", { name: "Sau" }));

    expect(paths()).toEqual(["/api/files/2/pages/1"]);
    expect(screen.getByText("2 trên 3")).toBeTruthy();
  });

  it("stand beside each other when two are compared", () => {
    shown(<CaseFiles desk={desk()} />);
    fireEvent.click(card(/Ảnh 1/));
    fireEvent.click(screen.getByRole("button", { name: "Đặt cạnh ảnh khác" }));
    fireEvent.click(card(/Tài liệu PDF 2/));

    expect(paths()).toEqual(["/api/files/1/pages/0", "/api/files/2/pages/0"]);
  });

  it("that are films warn of another name and take a window of grey", async () => {
    shown(<CaseFiles desk={desk()} />);
    fireEvent.click(card(/Phim DICOM 3/));

    expect(await screen.findByText("Phim có thể của người khác")).toBeTruthy();
    expect(screen.getByText(/Họ tên\. Xem kỹ/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Phổi" }));
    expect(paths()).toEqual(["/api/files/3/pages/0?center=-600&width=1500"]);
  });

  it("that are films take any window, typed or dragged, and draw no half of one", async () => {
    const { container } = shown(<CaseFiles desk={desk()} />);
    fireEvent.click(card(/Phim DICOM 3/));
    fireEvent.click(await screen.findByRole("button", { name: "Tự chỉnh" }));
    const [center, width] = [screen.getByLabelText("Tâm"), screen.getByLabelText("Độ rộng")];
    expect([center, width].map((one) => (one as HTMLInputElement).value)).toEqual(["128", "256"]);
    fireEvent.change(width, { target: { value: "" } });
    expect(screen.getByRole("button", { name: "Vẽ lại" })).toHaveProperty("disabled", true);
    await accessible(container);

    fireEvent.change(center, { target: { value: "-350" } });
    fireEvent.change(width, { target: { value: "900" } });
    expect(paths()).toEqual(["/api/files/3/pages/0"]);
    fireEvent.submit(screen.getByRole("form", { name: "Tự chỉnh" }));
    expect(paths()).toEqual(["/api/files/3/pages/0?center=-350&width=900"]);

    const drag = screen.getByLabelText("Kéo Độ rộng");
    fireEvent.change(drag, { target: { value: "1200" } });
    expect(paths()).toEqual(["/api/files/3/pages/0?center=-350&width=900"]);
    fireEvent.pointerUp(drag);
    expect(paths()).toEqual(["/api/files/3/pages/0?center=-350&width=1200"]);
  });

  it("are measured in millimetres, and what was measured is filed", async () => {
    const at = desk();
    shown(<CaseFiles desk={at} />);
    fireEvent.click(card(/Phim DICOM 3/));
    fireEvent.click(screen.getByRole("button", { name: "Đo" }));
    const paper = document.querySelector(".cf-ink")!;
    fireEvent.pointerDown(paper, { button: 0, clientX: 100, clientY: 100 });
    fireEvent.pointerMove(paper, { clientX: 600, clientY: 100 });

    expect(screen.getByText("128 mm")).toBeTruthy();
    fireEvent.pointerUp(paper);
    await waitFor(() => expect(at.ink.draw).toHaveBeenCalledOnce());
    const shape = { kind: "measure", xy: [1_000, 1_000, 6_000, 1_000] };
    expect(at.ink.draw).toHaveBeenCalledWith("3", 0, expect.any(String), shape);
  });

  it("say how far they came, why they did not, and are given up by a press", async () => {
    const going = [
      { id: "a", name: "Video", sent: 300_000, size: 900_000, refused: null },
      { id: "b", name: "Tài liệu PDF", sent: 0, size: 500_000, refused: { code: "file.unreadable", params: {} } },
    ];
    const at = desk({ going });
    shown(<CaseFiles desk={at} />);

    expect(screen.getByText("Đã gửi 300 trên 900 KB")).toBeTruthy();
    expect(screen.getByRole("alert").textContent).toContain("Không mở được tệp này");
    fireEvent.click(screen.getByRole("button", { name: "Thôi gửi" }));
    await act(async () => undefined);
    expect(at.cancel).toHaveBeenCalledWith("a");
  });

  it("are only looked at by who may not add", () => {
    shown(<CaseFiles desk={desk({ add: null, ink: { ...desk().ink, draw: null } })} />);
    fireEvent.click(card(/Ảnh 1/));

    expect(screen.queryByRole("button", { name: "Thêm ảnh, tệp" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Vẽ" })).toBeNull();
    expect(screen.getByRole("button", { name: "Phóng to" })).toBeTruthy();
  });
});
