import { afterEach, expect, test } from "vitest";

import { en } from "@/locales/en";
import { vi } from "@/locales/vi";

import { setLanguage, t, tryT, word } from "./i18n";

type Tree = Readonly<Record<string, Readonly<Record<string, string>>>>;
const flat = (tree: Tree) =>
  Object.entries(tree).flatMap(([ns, words]) =>
    Object.entries(words).map(([key, text]) => [`${ns}.${key}`, text] as const),
  );
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();

afterEach(() => setLanguage("vi"));

test("English has every Vietnamese key and no other", () => {
  expect(
    flat(en)
      .map(([key]) => key)
      .sort(),
  ).toEqual(
    flat(vi)
      .map(([key]) => key)
      .sort(),
  );
});

test("both languages leave the same holes to fill", () => {
  const english = new Map(flat(en));

  const differing = flat(vi).filter(([key, text]) => holes(text).join() !== holes(english.get(key) ?? "").join());

  expect(differing).toEqual([]);
});

test("no sentence pleads, shouts or says you", () => {
  // What the words of a request are looked through for is a pattern, and shown to nobody.
  const said = flat(vi).filter(([key]) => !key.startsWith("labelSign."));
  const wrong = said.filter(([, text]) => /vui lòng|xin lỗi|!|\b(bạn|quý khách)\b/i.test(text));

  expect(wrong).toEqual([]);
});

test("a sentence is filled with what it needs", () => {
  expect(t("time.hoursMinutes", { h: 3, m: "12" })).toBe("3 giờ 12");
});

test("a code of a newer server is shown as it is, and has no sentence", () => {
  expect(word("urgency", "stat")).toBe("Cấp cứu");
  expect(word("urgency", "newer")).toBe("newer");
  expect(tryT("problem.newer_code")).toBeNull();
  expect(tryT("nowhere.at_all")).toBeNull();
});

test("English is taken when asked for", async () => {
  await setLanguage("en");

  expect(t("urgency.stat")).toBe("Emergency");
  expect(document.documentElement.lang).toBe("en");
});
