import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import { shown } from "@/test/shown";

import { later } from "./later";

afterEach(cleanup);

const Found = ({ name }: { name: string }) => <p>{name}</p>;

test("a part the line did not bring says so and is asked for again", async () => {
  const load = vi.fn().mockRejectedValueOnce(new TypeError("no network")).mockResolvedValue(Found);
  const { Part } = later<{ name: string }>(load);
  shown(<Part name="Mạch" />);

  await userEvent.click(await screen.findByRole("button", { name: "Thử lại" }));

  expect(await screen.findByText("Mạch")).toBeDefined();
});

test("a part fetched ahead is there at once", async () => {
  const load = vi.fn().mockResolvedValue(Found);
  const { Part, fetch } = later<{ name: string }>(load);
  fetch();
  await vi.waitFor(() => expect(load).toHaveBeenCalled());
  await Promise.resolve();

  shown(<Part name="Mạch" />);

  expect(screen.getByText("Mạch")).toBeDefined();
  expect(load).toHaveBeenCalledTimes(1);
});
