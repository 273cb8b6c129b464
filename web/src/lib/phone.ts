/** A telephone number as people here read it out: `0213 0000 001`, `0912 345 678`. */
export function phoneText(number: string): string {
  const digits = number.replaceAll(/[\s.-]/g, "");
  const found = /^(0\d{3})(\d{4})(\d{3})$/.exec(digits) ?? /^(0\d{3})(\d{3})(\d{3})$/.exec(digits);
  // Not broken at the end of a line.
  return found ? found.slice(1).join("\u00A0") : number;
}
