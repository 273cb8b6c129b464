/** What is added while waiting: each field goes when it is left, and stays on this machine until it has gone. */
import { useEffect, useRef, useState } from "react";

import { useConsultEdits, type ConsultEdits, type TextKey } from "@/context/use-consult-edits";
import { useDraft } from "@/context/use-draft";
import { useVitalLimits } from "@/context/vital-limits";

import {
  cardOf,
  itemsIn,
  NOTHING_TYPED,
  notSent,
  unsent,
  vitalReady,
  vitalText,
  type Typed,
  type Unsent,
} from "./waiting-state";

import type { Detail } from "@/lib/consult-api";
import type { Limits, VitalItem, VitalSubject, VitalTexts } from "@/lib/vitals";
import type { VitalField } from "@/ui/vitals-form";

const NONE: Unsent = { texts: [], vitals: [] };

export interface Additions {
  readonly edits: ConsultEdits;
  readonly vitals: VitalTexts;
  readonly limits: Limits | null;
  readonly subject: VitalSubject;
  readonly text: (key: TextKey) => string;
  readonly setText: (key: TextKey, text: string) => void;
  readonly leaveText: (key: TextKey) => void;
  readonly setVital: (item: VitalItem, text: string) => void;
  readonly setOxygen: (on: boolean) => void;
  readonly leaveVital: (field: VitalField) => void;
  /** Something was sent from this page. */
  readonly any: boolean;
  /** Found from an earlier visit and never sent, with the time it was typed. */
  readonly left: { readonly at: number; readonly send: () => void; readonly drop: () => void } | null;
  readonly takeTheirs: () => void;
}

export function useAdditions(detail: Detail): Additions {
  const { summary } = detail;
  const limits = useVitalLimits();
  const edits = useConsultEdits(summary.id, summary);
  const { value, set, restoredFrom, clear } = useDraft<Typed>(`waiting/${summary.id}`, NOTHING_TYPED);
  const typed = value ?? NOTHING_TYPED;
  const subject = {
    ageMonths: summary.subject.age_months,
    pregnant: detail.request.pregnant === true || summary.case_type === "obstetric",
  };
  /** What is on its way: leaving the field again must not send it again. */
  const pushed = useRef<Record<string, string>>({});
  const [any, setAny] = useState(false);

  const push = (name: string, said: string, send: () => Promise<void>) => {
    if (pushed.current[name] === said) return;
    pushed.current[name] = said;
    setAny(true);
    // The outbox has it: it goes by itself, also after a power cut.
    void send().then(() => set((now) => ({ ...now, sent: { ...now.sent, [name]: said } })));
  };
  const pushText = (key: TextKey, said: string) => push(key, said, () => edits.sendText(key, said));
  const text = (key: TextKey) => typed.texts[key] ?? edits.waiting(key) ?? detail.request[key];

  // Looked at once, when the store has answered: what is typed from now on is not left over.
  const [found, setFound] = useState<Unsent | null>(null);
  if (found === null && value !== null) {
    setFound(restoredFrom === null ? NONE : unsent(value, detail, limits, subject));
    if (restoredFrom !== null) set(notSent);
  }
  const sendLeft = (at: number, { texts, vitals: fields }: Unsent) => {
    for (const key of texts) pushText(key, text(key).trim());
    for (const field of fields) {
      // The time it was typed is the time it was measured, however late it goes.
      push(field, vitalText(field, typed.vitals), () => edits.sendVitals(field, typed.vitals, itemsIn(field), at));
    }
    setFound(NONE);
  };
  const leftOver = restoredFrom !== null && found !== null && found.texts.length + found.vitals.length > 0;

  const over = cardOf(summary, 0).kind === "over";
  useEffect(() => {
    if (over) void clear();
  }, [over, clear]);

  return {
    edits,
    vitals: typed.vitals,
    limits,
    subject,
    text,
    setText: (key, said) => set((now) => ({ ...now, texts: { ...now.texts, [key]: said } })),
    leaveText: (key) => {
      const said = text(key).trim();
      if (said !== detail.request[key].trim() || typed.sent[key] !== undefined) pushText(key, said);
    },
    setVital: (item, said) => set((now) => ({ ...now, vitals: { ...now.vitals, [item]: said } })),
    setOxygen: (oxygen) => set((now) => ({ ...now, vitals: { ...now.vitals, oxygen } })),
    leaveVital: (field) => {
      if (!vitalReady(field, typed, limits, subject)) return;
      push(field, vitalText(field, typed.vitals), () => edits.sendVitals(field, typed.vitals, itemsIn(field)));
    },
    any,
    left: leftOver
      ? {
          at: restoredFrom,
          send: () => sendLeft(restoredFrom, found),
          drop: () => {
            setFound(NONE);
            set((now) => ({ ...NOTHING_TYPED, sent: now.sent }));
          },
        }
      : null,
    takeTheirs: () => {
      const key = edits.conflict?.key;
      if (key !== undefined) {
        pushed.current = Object.fromEntries(Object.entries(pushed.current).filter(([name]) => name !== key));
        set((now) => ({
          ...now,
          texts: Object.fromEntries(Object.entries(now.texts).filter(([name]) => name !== key)),
        }));
      }
      edits.takeTheirs();
    },
  };
}
