/** In the room's head, always in sight: allergies, whether both ends know the patient, vital signs that grew old. */
import { useState } from "react";

import { useConsultNews } from "@/context/consults";
import { useAct } from "@/context/use-act";
import { timeText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { AllergyTag, VitalsAskedTag } from "@/ui/allergy-tag";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Chip } from "@/ui/choices";
import { Dialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";
import { StateTag } from "@/ui/tags";

import type { Summary } from "@/lib/consult-api";
import type { Schema } from "@/wire/schema";

type Line = Schema<"IdentityLine">;
type Identifier = Line["identifiers"][number];

const IDENTIFIERS: readonly Identifier[] = [
  "full_name",
  "birth",
  "code",
  "national_id",
  "insurance_no",
  "village",
  "representative",
];
const LEAST = 2;
const SIDES = ["station", "hospital"] as const;

export default function Guard({ summary, atStation }: { summary: Summary; atStation: boolean }) {
  const [open, setOpen] = useState(false);
  const lines = summary.call?.identity ?? [];
  const wrong = lines.some((one) => !one.matches);
  const known = !wrong && lines.length === SIDES.length;
  if (summary.call === null || summary.practice) return null;
  return (
    <span className="row t">
      <AllergyTag allergy={summary.allergy} />
      <VitalsAskedTag summary={summary} />
      <button type="button" className="link" onClick={() => setOpen(true)}>
        <StateTag tone={wrong ? "danger" : known ? "ok" : "warn"} icon={known ? "check" : "alert"}>
          {t(wrong ? "guard.identityNo" : known ? "guard.identityYes" : "guard.identity")}
        </StateTag>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("guard.identity")}>
        <Check
          call={summary.call.id}
          lines={lines}
          mine={atStation ? "station" : "hospital"}
          onDone={() => setOpen(false)}
        />
      </Dialog>
    </span>
  );
}

function Check({
  call,
  lines,
  mine,
  onDone,
}: {
  call: string;
  lines: readonly Line[];
  mine: Line["side"];
  onDone: () => void;
}) {
  const act = useAct();
  const { keep } = useConsultNews();
  const [chosen, setChosen] = useState<readonly Identifier[]>([]);
  const say = (matches: boolean) =>
    void act.run(matches ? "yes" : "no", async () => {
      keep(
        await ok(
          api.PUT("/api/calls/{id}/identity-checks/{check_id}", {
            params: { path: { id: call, check_id: uuid7() } },
            body: { identifiers: [...chosen], matches },
          }),
        ),
      );
      onDone();
    });
  return (
    <div className="stack">
      <p>{t("guard.identityText")}</p>
      {SIDES.map((side) => (
        <Said key={side} side={side} line={lines.find((one) => one.side === side)} />
      ))}
      <fieldset className="fs">
        <legend>
          {t("guard.identityPick")} <small>{word("guardSide", mine)}</small>
        </legend>
        <div className="chips">
          {IDENTIFIERS.map((one) => (
            <Chip
              key={one}
              pressed={chosen.includes(one)}
              onClick={() =>
                setChosen((now) => (now.includes(one) ? now.filter((held) => held !== one) : [...now, one]))
              }
            >
              {word("identifier", one)}
            </Chip>
          ))}
        </div>
      </fieldset>
      {act.problem !== null && <ProblemAlert problem={act.problem} />}
      <div className="row">
        <Button
          tone="primary"
          icon="check"
          busy={act.busy === "yes"}
          disabled={chosen.length < LEAST}
          onClick={() => say(true)}
        >
          {t("guard.identityYes")}
        </Button>
        <Button tone="out-danger" busy={act.busy === "no"} disabled={chosen.length < LEAST} onClick={() => say(false)}>
          {t("guard.identityNo")}
        </Button>
      </div>
    </div>
  );
}

function Said({ side, line }: { side: Line["side"]; line: Line | undefined }) {
  const who = word("guardSide", side);
  if (line === undefined) return <p className="mut">{t("guard.identityWaits", { side: who })}</p>;
  const at = timeText(line.at);
  if (!line.matches)
    return (
      <Banner tone="danger" live="alert">
        {t("guard.identityWrong", { side: who, at })}
      </Banner>
    );
  const what = line.identifiers.map((one) => word("identifier", one)).join(", ");
  return <p className="c-ok">{t("guard.identityDone", { side: who, at, what })}</p>;
}
