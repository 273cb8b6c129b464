/** The end of a referral: signing with the password, sending, calling off, printing. */
import { useEffect, useState } from "react";

import { t, word } from "@/lib/i18n";
import { asProblem } from "@/lib/problem";
import { diagnosisText, lacking, shownText } from "@/lib/referral-state";

import { Banner } from "./banner";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { TextField } from "./field";
import { KeyValues } from "./lists";
import { PaperButton } from "./paper";
import { ProblemAlert } from "./problem-alert";
import { ReasonDialog } from "./reason-dialog";
import { goToLine } from "./referral-form";
import { toast } from "./toast";

import type { ReferralDesk } from "@/lib/referral-desk";
import type { ReferralState } from "@/lib/referral-state";

import "./referral.css";

/** The one main act: signing while it is a draft, sending once signed. */
export function SignAndSend({
  desk,
  state,
  name,
  patient,
  onLacking,
}: {
  desk: ReferralDesk;
  state: ReferralState;
  /** Of the one who signs. */
  name: string;
  patient: string;
  /** Signing was tried with empty lines: they are marked now. */
  onLacking: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { view } = state;
  const hospital = view.to_facility.short_name;

  const send = async () => {
    await desk.send();
    toast(t("referral.sentToast", { number: desk.now.state?.view.number ?? "" }));
  };
  const sendOnly = () => {
    setBusy(true);
    setProblem(null);
    send()
      .then(null, setProblem)
      .finally(() => setBusy(false));
  };

  switch (view.state) {
    case "draft": {
      const empty = lacking(state);
      return (
        <>
          <Button
            tone="primary"
            size="lg"
            icon="sign"
            onClick={() => {
              const [first] = empty;
              if (first === undefined) return setAsking(true);
              onLacking();
              goToLine(first);
            }}
          >
            {empty.length === 0 ? t("referral.sign") : t("referral.signMissing", { n: empty.length })}
          </Button>
          {asking && (
            <SignDialog
              desk={desk}
              state={state}
              name={name}
              patient={patient}
              onClose={() => setAsking(false)}
              onSigned={() => {
                setAsking(false);
                sendOnly();
              }}
            />
          )}
        </>
      );
    }
    case "signed":
      return (
        <>
          <Button tone="primary" size="lg" icon="send" busy={busy} onClick={sendOnly}>
            {t("referral.send", { hospital })}
          </Button>
          <Dialog
            open={problem !== null}
            onClose={() => setProblem(null)}
            title={t("referral.stateSigned")}
            footer={
              <>
                <Button onClick={() => setProblem(null)}>{t("common.close")}</Button>
                <Button tone="primary" icon="send" busy={busy} onClick={sendOnly}>
                  {t("referral.send", { hospital })}
                </Button>
              </>
            }
          >
            <ProblemAlert problem={problem} />
          </Dialog>
        </>
      );
    case "sent":
    case "closed":
    case "redirected":
    case "expired":
    case "cancelled":
      return null;
  }
}

function SignDialog({
  desk,
  state,
  name,
  patient,
  onClose,
  onSigned,
}: {
  desk: ReferralDesk;
  state: ReferralState;
  name: string;
  patient: string;
  onClose: () => void;
  onSigned: () => void;
}) {
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  // Nothing to read first that the page did not show: straight to the one field.
  useEffect(() => document.getElementById("referral-password")?.focus(), []);
  const sign = () => {
    setBusy(true);
    setProblem(null);
    desk.sign(password).then(onSigned, (fault: unknown) => {
      setBusy(false);
      setPassword("");
      setProblem(fault);
    });
  };
  const wrong = problem !== null && asProblem(problem).code === "wrong_password";
  const denied = problem !== null && asProblem(problem).status === 403 && !wrong;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("referral.signTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" form="referral-sign" tone="primary" icon="sign" busy={busy} disabled={password === ""}>
            {t("referral.sign")}
          </Button>
        </>
      }
    >
      <form
        id="referral-sign"
        className="ref-sign"
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== "" && !busy) sign();
        }}
      >
        <KeyValues
          items={[
            [t("referral.signFor"), patient],
            [t("referral.where"), state.view.to_facility.name],
            [word("referralField", "diagnosis"), diagnosisText(state)],
            [word("referralField", "transport"), shownText(state, "transport")],
          ]}
        />
        <TextField
          label={t("referral.password", { name })}
          type="password"
          autoComplete="current-password"
          id="referral-password"
          value={password}
          onText={setPassword}
          error={wrong ? t("problem.wrong_password") : null}
        />
        {denied ? (
          <Banner tone="info" icon="lock" live="alert">
            {t("referral.notSigner")}
          </Banner>
        ) : (
          !wrong && <ProblemAlert problem={problem} />
        )}
        <p className="s">{t("referral.signText", { hospital: state.view.to_facility.name })}</p>
      </form>
    </Dialog>
  );
}

/** With a reason, and it stays in the record. */
export function CancelReferral({ desk }: { desk: ReferralDesk }) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  return (
    <>
      <Button tone="out-danger" wide onClick={() => setAsking(true)}>
        {t("referral.cancel")}
      </Button>
      <ProblemAlert problem={problem} />
      <ReasonDialog
        open={asking}
        title={t("referral.cancelTitle")}
        legend={t("referral.cancelReason")}
        confirm={t("referral.cancel")}
        reasons={[t("referral.cancelWontGo"), t("referral.cancelBetter"), t("referral.cancelElsewhere")]}
        ownLabel={t("referral.cancelOwn")}
        busy={busy}
        onClose={() => setAsking(false)}
        onReason={(reason) => {
          setBusy(true);
          setProblem(null);
          desk
            .cancel(reason)
            .then(null, setProblem)
            .finally(() => {
              setBusy(false);
              setAsking(false);
            });
        }}
      />
    </>
  );
}

export function PrintReferral({ id, draft }: { id: string; draft: boolean }) {
  return (
    <PaperButton
      paper={{ form: "referral", id, signed: !draft }}
      label={t(draft ? "referral.printDraft" : "referral.print")}
    />
  );
}
