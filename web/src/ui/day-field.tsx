/** A day written as days are written here; the browser's own picker would follow the language of Windows. */
import { useState } from "react";

import { dayText, parseDay } from "@/lib/clock";

import { TextField } from "./field";

export function DayField({
  label,
  note,
  hint,
  placeholder,
  wrong,
  error,
  day,
  onDay,
}: {
  label: string;
  note?: string;
  hint?: string;
  placeholder: string;
  /** What is said of text that is no day. */
  wrong: string;
  error?: string | null;
  day: string;
  /** Empty while what stands there is no day. */
  onDay: (day: string) => void;
}) {
  const [text, setText] = useState(day === "" ? "" : dayText(day));
  const read = dayOf(text);
  return (
    <TextField
      label={label}
      note={note}
      hint={hint}
      inputMode="numeric"
      placeholder={placeholder}
      value={text}
      maxLength={10}
      error={read === null && text.length >= 8 ? wrong : error}
      onText={(typed) => {
        setText(typed);
        onDay(dayOf(typed) ?? "");
      }}
    />
  );
}

function dayOf(text: string): string | null {
  const read = parseDay(text);
  return read?.length === 10 ? read : null;
}
