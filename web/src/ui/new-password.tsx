/** A password to be: the rule is counted while one types, and nothing is typed twice. */
import { useId, useState } from "react";

import { t } from "@/lib/i18n";
import { asProblem } from "@/lib/problem";

import { IconButton } from "./button";
import { TextField } from "./field";
import { Icon } from "./icon";
import { problemText } from "./problem-alert";

/** As the server counts it: one spelling for what two keyboards send differently. */
export const lengthOf = (password: string): number => Array.from(password.normalize("NFC")).length;

/** `problem`: what the server said of the last one; shown here when it is about the password. */
export function NewPassword({
  value,
  onText,
  least,
  problem,
  autoFocus = false,
}: {
  value: string;
  onText: (text: string) => void;
  least: number;
  problem: unknown;
  autoFocus?: boolean;
}) {
  const [shown, setShown] = useState(false);
  const rule = useId();
  const length = lengthOf(value);
  const enough = length >= least;
  return (
    <div className="stack t">
      <TextField
        label={t("newPassword.label")}
        name="new-password"
        type={shown ? "text" : "password"}
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={autoFocus}
        value={value}
        onText={onText}
        error={passwordFault(problem)}
        after={<IconButton icon="eye" label={t("signIn.show")} aria-pressed={shown} onClick={() => setShown(!shown)} />}
      />
      <p id={rule} className={enough ? "verdict c-ok" : "verdict"} role="status">
        <Icon name={enough ? "check" : "info"} size="sm" />
        <span>
          {enough
            ? t("newPassword.enough", { n: length })
            : length === 0
              ? t("newPassword.least", { least })
              : t("newPassword.more", { n: length, least })}
        </span>
      </p>
      <p className="s">{t("newPassword.hint")}</p>
    </div>
  );
}

/** Null when the problem is about something else. */
export function passwordFault(problem: unknown): string | null {
  if (problem === null || problem === undefined) return null;
  const found = asProblem(problem);
  return found.code.startsWith("password.") ? problemText(found) : null;
}
