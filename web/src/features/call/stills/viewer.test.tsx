import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { accessible, shown } from "@/test/shown";
import { PictureDesk, type DrawingView, type FileView } from "./desk";
import { Viewer } from "./viewer";

import { useSyncExternalStore } from "react";

vi.mock("@/context/session", () => ({ useMe: () => MAI }));
vi.mock("./picture", () => ({ Picture: () => null, nameOf: () => "Môi, đầu ngón" }));

const MAI = { id: "mai", name: "BS. Lò Mai Demo", profession: "doctor" as const };
const SON = { id: "son", name: "BS. Trần Sơn Demo", profession: "doctor" as const };
const FILE = { id: "f", state: "kept", width: 1_600, height: 900, taken_at: "2026-11-22T03:00:00Z" } as FileView;
const words = (text: string, by = SON): DrawingView => ({
  id: text,
  file_id: "f",
  by,
  at: "2026-11-22T03:00:00Z",
  shape: { kind: "text", xy: [7_500, 2_000], text },
  erases: null,
  page: 0,
});

describe("words on a picture", () => {
  const sent: { shape: unknown }[] = [];
  let refused = false;
  beforeEach(() => {
    vi.stubGlobal("fetch", async (request: Request) => {
      const body = (await request.json()) as { shape: DrawingView["shape"] };
      sent.push(body);
      if (refused) return Response.json({ code: "file.drawn_full", status: 409 }, { status: 409 });
      const id = request.url.split("/").at(-1) ?? "";
      return Response.json({ ...words("", MAI), id, ...body, erases: null } satisfies DrawingView);
    });
    vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 1_000, 500));
    Element.prototype.setPointerCapture = () => undefined;
  });
  afterEach(() => {
    [sent.length, refused] = [0, false];
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  const desk = () => new PictureDesk({ consult: "c", call: "k", title: "", send: () => true, outbox: vi.fn() });
  function Open({ at }: { at: PictureDesk }) {
    const state = useSyncExternalStore(at.subscribe, () => at.state);
    return <Viewer desk={at} state={state} file={FILE} />;
  }
  const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Chữ trên ảnh" });
  const tool = () => screen.getByRole("button", { name: "Ghi chữ" });

  it("are written where the picture was pressed, and set by Enter", async () => {
    const { container } = shown(<Open at={desk()} />);

    fireEvent.click(tool());
    fireEvent.pointerDown(screen.getByRole("img"), { button: 0, clientX: 300, clientY: 400 });
    await waitFor(() => expect(document.activeElement).toBe(field()));
    await accessible(container);
    fireEvent.change(field(), { target: { value: "Đỏ hơn hôm qua".normalize("NFD") } });
    fireEvent.keyDown(field(), { key: "Enter" });

    expect(await screen.findByText("Đỏ hơn hôm qua")).toBeTruthy();
    expect(sent).toEqual([{ shape: { kind: "text", xy: [3_000, 8_000], text: "Đỏ hơn hôm qua" } }]);
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(document.activeElement).toBe(tool());
  });

  it("are written without a mouse: from the middle, moved by arrow keys", async () => {
    shown(<Open at={desk()} />);

    fireEvent.click(tool());
    await waitFor(() => expect(document.activeElement).toBe(field()));
    for (const key of ["ArrowLeft", "ArrowLeft", "ArrowUp"]) fireEvent.keyDown(field(), { key });
    fireEvent.change(field(), { target: { value: "Ấn đau" } });
    fireEvent.keyDown(field(), { key: "ArrowLeft" }); // now it moves among the letters
    fireEvent.keyDown(field(), { key: "Enter" });

    await screen.findByText("Ấn đau");
    expect(sent).toEqual([{ shape: { kind: "text", xy: [4_600, 4_800], text: "Ấn đau" } }]);
  });

  it("wait for the end of a letter that is being composed, and stay when they could not be sent", async () => {
    shown(<Open at={desk()} />);
    fireEvent.click(tool());
    fireEvent.change(field(), { target: { value: "Phù nề" } });

    fireEvent.keyDown(field(), { key: "Enter", isComposing: true });
    expect(sent).toEqual([]);
    refused = true;
    fireEvent.keyDown(field(), { key: "Enter" });
    await waitFor(() => expect(sent).toHaveLength(1));
    await act(async () => undefined);

    expect(field().value).toBe("Phù nề");
    fireEvent.keyDown(field(), { key: "Escape" });
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("of the other end stand beside who wrote them, and one's own are taken back like strokes", async () => {
    const at = desk();
    shown(<Open at={at} />);
    const hear = (drawing: DrawingView) => act(() => at.hear({ type: "drawing", s: 1, consult: "c", drawing }));

    hear(words("Xem chỗ này"));
    expect(screen.getByText("Xem chỗ này").closest("li")?.textContent).toBe("BS. Trần Sơn Demo ghi: Xem chỗ này");
    expect(screen.getByRole("button", { name: "Xóa nét" }).hasAttribute("disabled")).toBe(true);

    hear(words("Của tôi", MAI));
    hear(words("Cũng của tôi", MAI));
    for (let twice = 0; twice < 2; twice++) fireEvent.click(screen.getByRole("button", { name: "Xóa nét" }));
    await waitFor(() => expect(sent).toEqual([{ erases: "Cũng của tôi" }, { erases: "Của tôi" }]));
  });
});
