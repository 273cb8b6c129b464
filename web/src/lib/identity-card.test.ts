import { expect, test } from "vitest";

import { parseIdentityCard } from "./identity-card";

const CARD = "012161001234|045123456|Giàng Thị Sua Demo|05031961|Nữ|Bản Nà Mẫu, Bình Lư, Tam Đường, Lai Châu|10052021";

test("a card's code gives number, old number, name, birth, sex and address", () => {
  expect(parseIdentityCard(CARD)).toEqual({
    nationalId: "012161001234",
    oldId: "045123456",
    name: "Giàng Thị Sua Demo",
    birth: "1961-03-05",
    sex: "female",
    address: "Bản Nà Mẫu, Bình Lư, Tam Đường, Lai Châu",
  });
});

test("a card without an old number, and a newer one with more fields, are read", () => {
  const read = parseIdentityCard("012056001234||Lò Văn Ín Demo|01/02/1956|Nam|Than Uyên|01012024||cha|mẹ");
  expect(read).toMatchObject({ oldId: "", name: "Lò Văn Ín Demo", birth: "1956-02-01", sex: "male" });
});

test("letters that a scanner sends in pieces are put together", () => {
  expect(parseIdentityCard(CARD.normalize("NFD"))?.name).toBe("Giàng Thị Sua Demo");
});

test.each(["", "https://example.vn", "12345|x|y", "012161001234", "012161001234||||||", "hello|a|b|c|d|e|f"])(
  "another code is no card: %s",
  (text) => {
    expect(parseIdentityCard(text)).toBeNull();
  },
);

test("a birth that is in no calendar is left out, the rest is taken", () => {
  expect(parseIdentityCard(CARD.replace("05031961", "31021961"))).toMatchObject({ birth: null, sex: "female" });
});
