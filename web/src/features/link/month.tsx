/** What a month of calls costs at one place, and the limit that lowers the rung. */
import { useState, type SyntheticEvent } from "react";

import { useAct } from "@/context/use-act";
import { dateText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { megabytes } from "@/lib/link-hours";
import { uuid7 } from "@/lib/uuid7";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { TextField } from "@/ui/field";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";
import { toast } from "@/ui/toast";

import { changeOf, draftOf, faultsOf, useOf, type Month, type Passport } from "./link-state";

const LOWER = ["low_video", "voice", "text"] as const;

export function MonthCard({ passport }: { passport: Passport }) {
  const { month, before, settings } = passport;
  return (
    <Card title={t("link.month")} aside={<small className="mut">{settings.sim}</small>}>
      <div className="stack m">
        <UseBar month={month} capMb={settings.cap_mb ?? null} />
        <p className="s mut">
          {span(month)}. {t("link.counted")}
        </p>
        {before.length > 0 && (
          <details className="lk-table">
            <summary>{t("link.earlier")}</summary>
            <ul className="lk-months">
              {before.map((one) => (
                <li key={one.since}>
                  <span className="sp">{span(one)}</span>
                  <b>{megabytes(one.bytes)}</b>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Card>
  );
}

/** It ends at the midnight that begins the next: named by its last day. */
const span = ({ since, until }: Month): string =>
  t("link.monthSpan", { from: dateText(since), to: dateText(Date.parse(until) - 1) });

export function UseBar({ month, capMb }: { month: Month; capMb: number | null }) {
  const { text, share, tone } = useOf(month, capMb);
  return (
    <div className={`lk-use ${tone}`}>
      <p>
        <b>{text}</b>
        {tone !== "plain" && <span className="lk-warn"> · {t(tone === "over" ? "link.over" : "link.near")}</span>}
      </p>
      {share !== null && <progress max={1} value={Math.min(1, share)} aria-label={text} />}
    </div>
  );
}

export function Settings({ passport, onSaved }: { passport: Passport; onSaved: (now: Passport) => void }) {
  const [draft, setDraft] = useState(() => draftOf(passport));
  const [asked, setAsked] = useState(false);
  const act = useAct();
  const faults = faultsOf(draft);
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    if (faults.cap !== null || faults.billing !== null) return;
    void act.run("save", async () => {
      const path = { id: passport.facility.id, change_id: uuid7() };
      onSaved(
        await ok(
          api.POST("/api/links/{id}/changes/{change_id}", { params: { path }, body: changeOf(draft, passport) }),
        ),
      );
      toast(t("link.saved"));
    });
  };
  return (
    <Card title={t("link.settings")}>
      <form className="stack m" onSubmit={save} noValidate>
        <TextField
          label={t("link.sim")}
          hint={t("link.simHint")}
          value={draft.sim}
          maxLength={60}
          onText={(sim) => setDraft({ ...draft, sim })}
        />
        <TextField
          label={t("link.cap")}
          hint={t("link.capHint")}
          inputMode="numeric"
          value={draft.cap}
          error={asked ? faults.cap : null}
          onText={(cap) => setDraft({ ...draft, cap })}
        />
        <SelectField
          label={t("link.lower")}
          value={draft.lower}
          options={LOWER.map((value) => ({ value, label: word("linkRung", value) }))}
          onPick={(lower) => lower !== "" && setDraft({ ...draft, lower })}
        />
        <TextField
          label={t("link.billing")}
          inputMode="numeric"
          value={draft.billing}
          error={asked ? faults.billing : null}
          onText={(billing) => setDraft({ ...draft, billing })}
        />
        <ProblemAlert problem={act.problem} />
        <Button type="submit" tone="primary" busy={act.busy !== null}>
          {t("link.save")}
        </Button>
      </form>
    </Card>
  );
}
