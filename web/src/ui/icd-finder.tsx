/** Finds an ICD-10 code by its beginning or by words, marks left out; what was chosen stays a text one may correct. */
import { useEffect, useId, useState } from "react";

import { api, ok } from "@/lib/http-client";
import { currentLanguage, t } from "@/lib/i18n";

import { TextField } from "./field";

import type { IcdFound } from "@/lib/guard";

const ASK_AFTER_MS = 250;

/** What was typed may be a code already; the list only helps. */
export default function IcdFinder({
  code,
  onCode,
  error,
  id,
  disabled,
}: {
  code: string;
  /** With the name of what was chosen. */
  onCode: (code: string, title: string) => void;
  error?: string | null;
  id?: string;
  disabled?: boolean;
}) {
  const own = useId();
  const [text, setText] = useState<string | null>(null);
  const [answer, setAnswer] = useState<{ readonly of: string; readonly found: IcdFound } | null>(null);
  const asked = (text ?? "").trim();
  useEffect(() => {
    if (asked.length < 2) return;
    let stopped = false;
    const timer = setTimeout(() => {
      // Without a line nothing is proposed: the code may be typed all the same.
      ok(api.GET("/api/icd10", { params: { query: { q: asked } } })).then(
        (found) => !stopped && setAnswer({ of: asked, found }),
        () => undefined,
      );
    }, ASK_AFTER_MS);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [asked]);
  const found = asked.length >= 2 && answer?.of === asked ? answer.found : null;
  const isCode = /^[A-Za-z]\d{2}(\.\d{1,2})?$/;
  return (
    <div className="stack t">
      <TextField
        id={id ?? own}
        label={t("guard.icd")}
        note={t("guard.icdNote")}
        hint={t("guard.icdHint")}
        maxLength={80}
        spellCheck={false}
        autoComplete="off"
        disabled={disabled ?? false}
        value={text ?? code}
        error={error ?? null}
        onText={(now) => {
          setText(now);
          if (now.trim() === "" || isCode.test(now.trim())) onCode(now.trim().toUpperCase(), "");
        }}
      />
      <p className="vh" role="status">
        {found !== null && t("guard.icdFound", { n: found.codes.length, list: found.source.name })}
      </p>
      {found?.codes.length === 0 && <p className="mut">{t("guard.icdNone")}</p>}
      {found !== null && found.codes.length > 0 && (
        <ul className="stack t" aria-label={t("guard.icd")}>
          {found.codes.slice(0, 8).map((one) => {
            const title = currentLanguage() === "en" ? one.title_en || one.title_vi : one.title_vi || one.title_en;
            return (
              <li key={one.code}>
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    onCode(one.code, title);
                    setText(null);
                  }}
                >
                  <b>{one.code}</b> {title}
                  {one.not_main && ` (${t("guard.icdNotMain")})`}
                  {one.unusable && ` (${t("guard.icdUnusable")})`}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
