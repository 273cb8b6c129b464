/** What a paper's code tells: to anybody whether it stands; to staff who may, which case it is about. */
import { useEffect, useState, type SyntheticEvent } from "react";
import { useLocation } from "wouter";

import { useSession } from "@/context/session";
import { usePageTitle } from "@/context/use-page-title";
import { dateText, whenText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { caseOf, lookUp } from "@/lib/paper-api";
import { asProblem } from "@/lib/problem";
import { Banner } from "@/ui/banner";
import { Button, ButtonLink } from "@/ui/button";
import { TextField } from "@/ui/field";
import { KeyValues, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import type { Schema } from "@/wire/schema";

import "./paper.css";

type Found =
  | { readonly kind: "asking" }
  | { readonly kind: "fault"; readonly problem: unknown }
  | { readonly kind: "found"; readonly paper: Schema<"PaperStanding"> };

const TONES = { valid: "ok", superseded: "warn", withdrawn: "danger", expired: "warn" } as const;

export default function PaperScreen() {
  usePageTitle("title.paper");
  const [at, go] = useLocation();
  const code = decodeURIComponent(at.split("/")[2] ?? "");
  const [typed, setTyped] = useState(code);
  const ask = (event: SyntheticEvent) => {
    event.preventDefault();
    if (typed.trim() !== "") go(`/paper/${encodeURIComponent(typed.trim())}`);
  };
  return (
    <div className="paper-page">
      <header className="paper-top">
        <img src="/icon.svg" alt="" width={36} height={36} />
        <span className="mark">{t("common.appName")}</span>
      </header>
      <main className="paper-main stack">
        <h1>{t("paper.lookTitle")}</h1>
        <form className="card stack" onSubmit={ask}>
          <p>{t("paper.lookAbout")}</p>
          <TextField label={t("paper.code")} value={typed} maxLength={20} onText={setTyped} />
          <Button type="submit" tone={code === "" ? "primary" : "plain"} icon="search">
            {t("paper.look")}
          </Button>
        </form>
        {code !== "" && <Told key={code} code={code} />}
      </main>
    </div>
  );
}

function Told({ code }: { code: string }) {
  const [found, setFound] = useState<Found>({ kind: "asking" });
  const [tries, setTries] = useState(0);
  const { session } = useSession();
  useEffect(() => {
    let gone = false;
    lookUp(code).then(
      (paper) => !gone && setFound({ kind: "found", paper }),
      (problem: unknown) => !gone && setFound({ kind: "fault", problem }),
    );
    return () => {
      gone = true;
    };
  }, [code, tries]);
  switch (found.kind) {
    case "asking":
      return <LoadingRows />;
    case "fault":
      return asProblem(found.problem).status === 404 ? (
        <Banner tone="warn" icon="search" title={t("paper.none")} live="status" />
      ) : (
        <ProblemAlert problem={found.problem} onRetry={() => setTries(tries + 1)} />
      );
    case "found": {
      const { paper } = found;
      return (
        <section className="card stack">
          <Banner
            tone={TONES[paper.standing]}
            icon={paper.standing === "valid" ? "check" : "info"}
            title={word("paper", paper.standing)}
            live="status"
          />
          <KeyValues
            items={[
              [t("paper.form"), word("paper", paper.form)],
              [t("paper.number"), paper.number],
              [t("paper.issuer"), paper.issued_by],
              [t("paper.day"), dateText(paper.dated_on)],
              ...(paper.valid_until === null ? [] : [[t("paper.until"), dateText(paper.valid_until)] as const]),
            ]}
          />
          <small>{t("paper.noName")}</small>
          {session.kind === "signed-in" && <OfCase code={code} />}
        </section>
      );
    }
  }
}

/** For those who may see the case; for the others there is nothing to say. */
function OfCase({ code }: { code: string }) {
  const [known, setKnown] = useState<Schema<"PaperCase"> | null>(null);
  useEffect(() => {
    let gone = false;
    caseOf(code).then(
      (one) => !gone && setKnown(one),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [code]);
  if (known === null) return null;
  return (
    <div className="stack">
      <p>{t("paper.made", { name: known.made_by.name, at: whenText(known.made_at) })}</p>
      <ButtonLink
        tone="primary"
        icon="file"
        to={known.form === "referral" ? `/referrals/${known.document_id}` : `/consults/${known.consult_id}/minutes`}
      >
        {t("paper.toCase")}
      </ButtonLink>
    </div>
  );
}
