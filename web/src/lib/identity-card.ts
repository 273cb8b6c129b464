/** What the QR code of a Vietnamese identity card says: `number|old number|name|birth|sex|address|issued`. Pure; nothing is kept. */
export interface IdentityCard {
  readonly nationalId: string;
  /** Nine digits of the card before, empty where there was none. */
  readonly oldId: string;
  readonly name: string;
  /** `2025-09-12`; null where the card's text is no day. */
  readonly birth: string | null;
  readonly sex: "male" | "female" | "unknown";
  readonly address: string;
}

/** Null when it is another code, or a scanner set to letters without marks cut it. Newer cards add fields at the end. */
export function parseIdentityCard(text: string): IdentityCard | null {
  const [number = "", old = "", name = "", birth = "", sex = "", address = ""] = text
    .normalize("NFC")
    .split("|")
    .map((part) => part.trim());
  if (!/^\d{12}$/.test(number) || name === "" || !text.includes("|")) return null;
  return {
    nationalId: number,
    oldId: /^\d{9}$/.test(old) ? old : "",
    name,
    birth: dayOf(birth),
    sex: sex.toLowerCase() === "nam" ? "male" : /^n.$/iu.test(sex) ? "female" : "unknown",
    address,
  };
}

/** `12092025` and `12/09/2025`; a day that is in no calendar is none. */
function dayOf(text: string): string | null {
  const parts = /^(\d{2})\/?(\d{2})\/?(\d{4})$/.exec(text);
  if (!parts) return null;
  const [, d = "", m = "", y = ""] = parts;
  const day = new Date(`${y}-${m}-${d}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== `${y}-${m}-${d}` ? null : `${y}-${m}-${d}`;
}
