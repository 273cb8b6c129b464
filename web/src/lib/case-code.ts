/** The eight digits that a station without a link reads out: worked out from the case's id, here as on the server. */
const RANDOM = (1n << 62n) - 1n;

// Damm's quasigroup, as in telemed/sessions/phone_advice.py.
const DAMM = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
] as const;

const check = (digits: string): string =>
  Array.from(digits).reduce<string>((interim, digit) => DAMM[Number(interim)]?.[Number(digit)] ?? "0", "0");

/** `4827 1936`: in two groups, as it is read out. */
export function caseCode(id: string): string {
  const payload = String((BigInt(`0x${id.replaceAll("-", "")}`) & RANDOM) % 10_000_000n).padStart(7, "0");
  const code = payload + check(payload);
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** What was typed, as its digits, if it can be a code. */
export function readCaseCode(said: string): string | null {
  const digits = said.replaceAll(/[\s.-]/g, "");
  return /^\d{8}$/.test(digits) && check(digits) === "0" ? digits : null;
}
