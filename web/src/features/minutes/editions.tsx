/** The editions of the minutes: what is in force, why each was made, how they differ; and the way to a further one. */
import { useState } from "react";

import { whenText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { beginEdition, discardEdition, loadEdition, sealAgain } from "@/lib/minutes-signing";
import { checkCode, type MinutesView } from "@/lib/minutes-state";
import { asProblem } from "@/lib/problem";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ConfirmDialog, Dialog } from "@/ui/dialog";
import { TextArea } from "@/ui/field";
import { LoadingRows } from "@/ui/lists";
import { Differences } from "@/ui/minutes-signing";
import { ProblemAlert } from "@/ui/problem-alert";
import { Pill } from "@/ui/tags";

import type { MinutesDesk } from "@/lib/minutes-desk";

type Edition = MinutesView["editions"][number];

export function Editions({ view, onOpen }: { view: MinutesView; onOpen: (edition: Edition) => void }) {
  const [other, setOther] = useState<{ readonly edition: Edition; readonly found: readonly MinutesView[] } | null>(
    null,
  );
  const [problem, setProblem] = useState<unknown>(null);
  if (view.editions.length < 2) return null;
  const compare = (edition: Edition) => {
    setProblem(null);
    setOther({ edition, found: [] });
    // Both anew: what others write comes into the fields before it comes into the view.
    Promise.all([loadEdition(edition.id), loadEdition(view.id)]).then(
      (found) => setOther({ edition, found }),
      (fault: unknown) => setProblem(asProblem(fault)),
    );
  };
  return (
    <Card title={t("editions.editions")}>
      <ol className="stack m editions">
        {view.editions.map((one) => (
          <li key={one.id} className="stack t">
            <span className="row">
              <b>{t("editions.editionN", { n: one.edition })}</b> <Standing edition={one} />
            </span>
            {one.opened_by && (
              <span className="s">
                {t("editions.editionBy", {
                  name: one.opened_by.name,
                  time: whenText(one.opened_at),
                  reason: one.reason,
                })}
              </span>
            )}
            {one.signed_at !== null && (
              <span className="s">
                {t("editions.editionSigned", {
                  time: whenText(one.signed_at),
                  check: checkCode(one.document_hash ?? ""),
                })}
              </span>
            )}
            {!one.intact && <Banner tone="danger">{t("editions.broken")}</Banner>}
            {one.id !== view.id && (
              <span className="row">
                <Button onClick={() => compare(one)}>{t("editions.compare")}</Button>
                {one.signed_at !== null && (
                  <Button icon="print" onClick={() => onOpen(one)}>
                    {t("minutes.print")}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ol>
      {other && (
        <Dialog
          open
          wide
          onClose={() => setOther(null)}
          title={t("editions.compareTitle", { n: other.edition.edition, m: view.edition })}
          footer={<Button onClick={() => setOther(null)}>{t("common.close")}</Button>}
        >
          <ProblemAlert problem={problem} />
          {other.found.length === 0 ? problem === null && <LoadingRows /> : <Between editions={other.found} />}
        </Dialog>
      )}
    </Card>
  );
}

/** Always from the older one to the newer. */
function Between({ editions }: { editions: readonly MinutesView[] }) {
  const [before, after] = [...editions].sort((one, two) => one.edition - two.edition);
  return before && after ? <Differences before={before} after={after} /> : null;
}

function Standing({ edition }: { edition: Edition }) {
  if (edition.state === "discarded") return <Pill>{t("editions.discarded")}</Pill>;
  if (edition.in_force) return <Pill tone="ok">{t("editions.inForce")}</Pill>;
  return edition.signed_at === null ? (
    <Pill tone="warn">{t("editions.beingWritten")}</Pill>
  ) : (
    <Pill tone="info">{t("editions.replaced")}</Pill>
  );
}

/** A correction is a further edition, with its reason. */
export function Correct({ desk, view }: { desk: MinutesDesk; view: MinutesView }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [id] = useState(uuid7);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const begin = () => {
    setBusy(true);
    setProblem(null);
    beginEdition(view.id, id, reason.trim())
      .then(
        (edition) => {
          setAsking(false);
          desk.take(edition);
        },
        (fault: unknown) => setProblem(asProblem(fault)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Button wide icon="pen" onClick={() => setAsking(true)}>
        {t("editions.correct")}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t("editions.correctTitle")}
        confirm={t("editions.correctGo")}
        busy={busy}
        disabled={reason.trim() === ""}
        onClose={() => setAsking(false)}
        onConfirm={begin}
      >
        <p>{t("editions.correctText")}</p>
        <TextArea label={t("editions.correctReason")} value={reason} onText={setReason} maxLength={500} />
        <ProblemAlert problem={problem} />
      </ConfirmDialog>
    </>
  );
}

/** Begun by mistake: the signed edition goes on as if nothing had been. */
export function Discard({ desk, view }: { desk: MinutesDesk; view: MinutesView }) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const discard = () => {
    setBusy(true);
    setProblem(null);
    discardEdition(view.id)
      .then(
        (signed) => {
          setAsking(false);
          desk.take(signed);
        },
        (fault: unknown) => setProblem(asProblem(fault)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Button wide icon="x" onClick={() => setAsking(true)}>
        {t("editions.discard")}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t("editions.discardTitle")}
        confirm={t("editions.discardGo")}
        busy={busy}
        onClose={() => setAsking(false)}
        onConfirm={discard}
      >
        <p>{t("editions.discardText")}</p>
        <ProblemAlert problem={problem} />
      </ConfirmDialog>
    </>
  );
}

/** Where the facility's key failed: once it is seen to, anyone who writes these minutes may try again. */
export function SealAgain({ desk, view }: { desk: MinutesDesk; view: MinutesView }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  if (view.seal.state !== "failed") return null;
  const again = () => {
    setBusy(true);
    setProblem(null);
    sealAgain(view.id)
      .then(
        () => desk.reload(),
        (fault: unknown) => setProblem(asProblem(fault)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Button wide icon="shield" busy={busy} onClick={again}>
        {t("editions.sealAgain")}
      </Button>
      <ProblemAlert problem={problem} />
    </>
  );
}
