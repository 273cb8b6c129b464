/** Which labels the words of a request speak for. A suggestion only: nobody is labelled by a machine. */
import { word } from "./i18n";
import { LABELS, type Label } from "./labels";

/** Codes of ICD-10; beside them the words a clinician writes, in the language of the page. */
const CODES: Readonly<Record<Label, string>> = {
  hiv: "B2[0-4](\\.\\d)?|Z21",
  tb: "A1[5-9](\\.\\d)?",
  mental_health: "F\\d{2}(\\.\\d)?",
  sexual_violence: "T74\\.2|Y05",
};

const signOf = (label: Label): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(${CODES[label]}|${word("labelSign", label)})(?![\\p{L}\\d])`, "iu");

/** Each label with the word that speaks for it. */
export function suggestLabels(texts: readonly string[]): ReadonlyMap<Label, string> {
  const found = new Map<Label, string>();
  for (const label of LABELS) {
    const sign = texts.map((text) => signOf(label).exec(text.normalize("NFC"))?.[0]).find((one) => one !== undefined);
    if (sign !== undefined) found.set(label, sign);
  }
  return found;
}
