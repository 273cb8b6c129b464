/** Keeps what was said by telephone when nobody answered the rings. What was typed stays until it is saved. */
import { useState } from "react";

import { timeText } from "@/lib/clock";
import { t } from "@/lib/i18n";

import { Button } from "./button";
import { TextArea, TextField } from "./field";
import { Icon } from "./icon";

export interface PhoneNote {
  readonly number: string;
  readonly spoke_with: string;
  readonly advice: string;
}

export function PhoneLog({
  number,
  busy,
  onSave,
}: {
  /** The number most likely dialled. */
  number: string;
  busy: boolean;
  /** True when it was kept. */
  onSave: (note: PhoneNote) => Promise<boolean>;
}) {
  const [note, setNote] = useState<PhoneNote>({ number, spoke_with: "", advice: "" });
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const save = () => {
    void onSave(note).then((kept) => {
      if (!kept) return;
      setNote({ number, spoke_with: "", advice: "" });
      setSavedAt(Date.now());
    });
  };
  return (
    <div className="stack m">
      <div className="g2">
        <TextField
          label={t("consult.phoneLogWho")}
          value={note.spoke_with}
          maxLength={200}
          onText={(spoke_with) => setNote({ ...note, spoke_with })}
        />
        <TextField
          label={t("consult.phoneLogNumber")}
          value={note.number}
          maxLength={20}
          inputMode="tel"
          onText={(number) => setNote({ ...note, number })}
        />
      </div>
      <TextArea
        label={t("consult.phoneLogAdvice")}
        value={note.advice}
        maxLength={4000}
        placeholder={t("consult.phoneLogHint")}
        onText={(advice) => setNote({ ...note, advice })}
      />
      <div className="row">
        <Button
          icon="pen"
          busy={busy}
          disabled={note.advice.trim() === "" && note.spoke_with.trim() === ""}
          onClick={save}
        >
          {t("consult.phoneLogSave")}
        </Button>
        {savedAt !== null && (
          <span className="saved" role="status">
            <Icon name="check" size="sm" />
            {t("consult.phoneLogSaved", { time: timeText(savedAt) })}
          </span>
        )}
      </div>
    </div>
  );
}
