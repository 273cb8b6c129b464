/** Telephone numbers of the hospital as buttons, the emergency one first and red where a life may hang on it. */
import { word } from "@/lib/i18n";

import { PhoneLink } from "./button";

export interface PhoneNumber {
  readonly label: string;
  readonly number: string;
}

export function Phones({ phones, urgent = false }: { phones: readonly PhoneNumber[]; urgent?: boolean }) {
  return phones.map((phone, at) => (
    <PhoneLink
      key={phone.label}
      phone={phone.number}
      wide
      {...(urgent && { size: "lg" as const })}
      {...(urgent && at === 0 && { tone: "danger" as const })}
    >
      {word("phone", phone.label)}
    </PhoneLink>
  ));
}
