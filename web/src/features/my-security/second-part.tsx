/** The second step: codes of an app, security keys, recovery codes. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { useMe } from "@/context/session";
import { dateText, whenText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { passkeysHere } from "@/lib/passkeys";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ConfirmDialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";

import { AskPassword, Codes, faultOf, FormDialog, OwnPassword, Row } from "./parts";
import {
  addPasskey,
  beginTotp,
  confirmTotp,
  newCodes,
  removePasskey,
  removeTotp,
  type Security,
  type TotpSecret,
} from "./security-api";

type Passkey = Security["passkeys"][number];
type Open =
  | { readonly kind: "totp" | "no-totp" | "passkey" | "codes" }
  | { readonly kind: "secret"; readonly secret: TotpSecret }
  | { readonly kind: "no-passkey"; readonly passkey: Passkey }
  | { readonly kind: "shown"; readonly codes: readonly string[] };

export function SecondPart({ security, onChanged }: { security: Security; onChanged: () => void }) {
  const me = useMe();
  const [open, setOpen] = useState<Open | null>(null);
  const { busy, problem, run } = useAct();
  const close = () => setOpen(null);
  const show = (codes: readonly string[], said: string) => {
    setOpen(codes.length > 0 ? { kind: "shown", codes } : null);
    // The codes say it too, and nothing may stand over them.
    if (codes.length === 0) toast(said);
    onChanged();
  };
  const { totp, passkeys, recovery_left: left } = security;
  const none = !totp && passkeys.length === 0;
  return (
    <Card title={t("security.secondTitle")}>
      {none && <p className="mut">{t("security.secondNone")}</p>}
      <Row
        icon="shield"
        title={t("security.totp")}
        text={t(totp ? "security.totpOn" : "security.totpOff")}
        actions={
          totp ? (
            <Button tone="quiet" onClick={() => setOpen({ kind: "no-totp" })}>
              {t("security.totpRemove")}
            </Button>
          ) : (
            <Button onClick={() => setOpen({ kind: "totp" })}>{t("security.totpSet")}</Button>
          )
        }
      />
      <Row
        icon="key"
        title={t("security.passkeys")}
        text={passkeysHere() ? t("security.passkeysText") : t("security.passkeysNotHere")}
        actions={
          passkeysHere() && <Button onClick={() => setOpen({ kind: "passkey" })}>{t("security.passkeyAdd")}</Button>
        }
      />
      {passkeys.length > 0 && (
        <ul className="sec-list" aria-label={t("security.passkeys")}>
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <span className="sp">
                {passkey.name}
                <small>{passkeyText(passkey)}</small>
              </span>
              <Button
                tone="quiet"
                aria-label={t("security.passkeyRemoveOf", { name: passkey.name })}
                onClick={() => setOpen({ kind: "no-passkey", passkey })}
              >
                {t("security.remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!none && (
        <Row
          icon="list"
          title={t("security.codes")}
          text={left > 0 ? t("security.codesLeft", { n: left }) : t("security.codesGone")}
          actions={<Button onClick={() => setOpen({ kind: "codes" })}>{t("security.codesNew")}</Button>}
        />
      )}
      {open?.kind === "totp" && (
        <AskPassword
          title={t("security.totpSet")}
          confirm={t("security.next")}
          text={t("security.totpFirst")}
          onClose={close}
          onPassword={async (password) => setOpen({ kind: "secret", secret: await beginTotp(password) })}
        />
      )}
      {open?.kind === "secret" && (
        <ConfirmTotp secret={open.secret} onClose={close} onDone={(codes) => show(codes, t("security.totpDone"))} />
      )}
      {open?.kind === "no-totp" && (
        <AskPassword
          danger
          title={t("security.totpRemoveTitle")}
          confirm={t("security.totpRemove")}
          text={t("security.totpRemoveText")}
          onClose={close}
          onPassword={async (password) => {
            await removeTotp(password);
            show([], t("security.totpRemoved"));
          }}
        />
      )}
      {open?.kind === "passkey" && (
        <AddPasskey onClose={close} onDone={(codes) => show(codes, t("security.passkeyDone"))} />
      )}
      {open?.kind === "codes" && (
        <AskPassword
          title={t("security.codesNew")}
          confirm={t("security.codesDo")}
          text={t("security.codesVoid")}
          onClose={close}
          onPassword={async (password) => show(await newCodes(password), t("security.codesDone"))}
        />
      )}
      {open?.kind === "shown" && <Codes codes={open.codes} name={me.name} onClose={close} />}
      <ConfirmDialog
        open={open?.kind === "no-passkey"}
        danger
        title={t("security.passkeyRemoveTitle")}
        confirm={t("security.passkeyRemove")}
        busy={busy !== null}
        onClose={close}
        onConfirm={() => {
          if (open?.kind !== "no-passkey") return;
          void run("passkey", () => removePasskey(open.passkey.id)).then(
            (removed) => removed && show([], t("security.passkeyRemoved")),
          );
        }}
      >
        <p>{open?.kind === "no-passkey" && t("security.passkeyRemoveText", { name: open.passkey.name })}</p>
        <ProblemAlert problem={problem} />
      </ConfirmDialog>
    </Card>
  );
}

function passkeyText({ created_at: created, used_at: used }: Passkey): string {
  return used === null
    ? t("security.passkeyUnused", { date: dateText(created) })
    : t("security.passkeyUsed", { date: dateText(created), used: whenText(used) });
}

const DIGITS = 6;

function ConfirmTotp({
  secret,
  onClose,
  onDone,
}: {
  secret: TotpSecret;
  onClose: () => void;
  onDone: (codes: readonly string[]) => void;
}) {
  const [code, setCode] = useState("");
  return (
    <FormDialog
      title={t("security.totpSet")}
      confirm={t("security.totpConfirm")}
      ready={code.length === DIGITS}
      onClose={onClose}
      onConfirm={async () => onDone(await confirmTotp(code))}
    >
      {(problem) => (
        <>
          <p>{t("security.totpScan")}</p>
          <img
            className="sec-qr"
            alt={t("security.totpQr")}
            width={208}
            height={208}
            src={`data:image/svg+xml,${encodeURIComponent(secret.qr_svg)}`}
          />
          <div>
            <p className="s">{t("security.totpByHand")}</p>
            <code className="sec-secret">{grouped(secret.secret)}</code>
          </div>
          <TextField
            label={t("security.totpCode")}
            className="inp sec-digits"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onText={(text) => setCode(text.replaceAll(/\D/g, "").slice(0, DIGITS))}
            error={faultOf(problem, "code_refused", t("security.totpWrong"))}
          />
        </>
      )}
    </FormDialog>
  );
}

/** In fours: it is read from one screen and typed into another. */
const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, "$1 ");

function AddPasskey({ onClose, onDone }: { onClose: () => void; onDone: (codes: readonly string[]) => void }) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  return (
    <FormDialog
      title={t("security.passkeyAdd")}
      confirm={t("security.next")}
      ready={name.trim() !== "" && password !== ""}
      onClose={onClose}
      onConfirm={async () => onDone(await addPasskey(name.trim(), password))}
    >
      {(problem) => (
        <>
          <p>{t("security.passkeyText")}</p>
          <TextField
            label={t("security.passkeyName")}
            placeholder={t("security.passkeyExample")}
            maxLength={64}
            autoFocus
            value={name}
            onText={setName}
          />
          <OwnPassword value={password} onText={setPassword} problem={problem} autoFocus={false} />
          <Banner tone="info">{t("security.passkeyNext")}</Banner>
        </>
      )}
    </FormDialog>
  );
}
