/** What the parts of this screen are made of: a row with its state, the password asked again, codes shown once. */
import { useId, useState, type ReactNode, type SyntheticEvent } from "react";

import { useAct } from "@/context/use-act";
import { wasDismissed } from "@/lib/passkeys";
import { asProblem } from "@/lib/problem";
import { t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Icon, type IconName } from "@/ui/icon";
import { passwordFault } from "@/ui/new-password";
import { ProblemAlert } from "@/ui/problem-alert";

export function Row({
  icon,
  title,
  text,
  actions,
}: {
  icon: IconName;
  title: ReactNode;
  text: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="sec-row">
      <Icon name={icon} />
      <div className="sp">
        <b>{title}</b>
        <small>{text}</small>
      </div>
      {actions !== undefined && <div className="row">{actions}</div>}
    </div>
  );
}

/** A sheet with fields and one act; it stays open with what was wrong. */
export function FormDialog({
  title,
  confirm,
  danger = false,
  ready = true,
  onClose,
  onConfirm,
  children,
}: {
  title: string;
  confirm: string;
  danger?: boolean;
  ready?: boolean;
  onClose: () => void;
  /** Done when it resolves. */
  onConfirm: () => Promise<unknown>;
  children: (problem: unknown) => ReactNode;
}) {
  const { busy, problem, run, forget } = useAct();
  const form = useId();
  const dismissed = wasDismissed(problem);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    forget();
    if (ready) void run("send", onConfirm);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" form={form} tone={danger ? "danger" : "primary"} busy={busy !== null} disabled={!ready}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={send} noValidate>
        {children(problem)}
        {dismissed && <Banner tone="info">{t("security.dismissed")}</Banner>}
        {!dismissed && !isOfAField(problem) && <ProblemAlert problem={problem} />}
      </form>
    </Dialog>
  );
}

const FIELDS: ReadonlySet<string> = new Set(["wrong_password", "code_refused", "pin_too_simple", "pin.too_simple"]);

const isOfAField = (problem: unknown): boolean =>
  problem !== null && (FIELDS.has(asProblem(problem).code) || passwordFault(problem) !== null);

/** The sentence when `code` is what was wrong. */
export function faultOf(problem: unknown, code: string, said: string): string | null {
  return problem !== null && asProblem(problem).code.replace(".", "_") === code ? said : null;
}

/** That it is really this person. */
export function OwnPassword({
  value,
  onText,
  problem,
  label = t("security.ownPassword"),
  autoFocus = true,
}: {
  value: string;
  onText: (text: string) => void;
  problem: unknown;
  label?: string;
  autoFocus?: boolean;
}) {
  return (
    <TextField
      label={label}
      name="current-password"
      type="password"
      autoComplete="current-password"
      autoFocus={autoFocus}
      value={value}
      onText={onText}
      error={faultOf(problem, "wrong_password", t("security.wrongPassword"))}
    />
  );
}

/** Only the password is asked. */
export function AskPassword({
  title,
  confirm,
  danger = false,
  text,
  onClose,
  onPassword,
}: {
  title: string;
  confirm: string;
  danger?: boolean;
  text: string;
  onClose: () => void;
  onPassword: (password: string) => Promise<unknown>;
}) {
  const [password, setPassword] = useState("");
  return (
    <FormDialog
      title={title}
      confirm={confirm}
      danger={danger}
      ready={password !== ""}
      onClose={onClose}
      onConfirm={() => onPassword(password)}
    >
      {(problem) => (
        <>
          <p>{text}</p>
          <OwnPassword value={password} onText={setPassword} problem={problem} />
        </>
      )}
    </FormDialog>
  );
}

/** Recovery codes: once. Whoever leaves without them makes new ones. */
export function Codes({ codes, name, onClose }: { codes: readonly string[]; name: string; onClose: () => void }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () => {
    navigator.clipboard.writeText(codes.join("\n")).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("security.codesTitle")}
      footer={
        <Button tone="primary" onClick={onClose}>
          {t("security.codesKept")}
        </Button>
      }
    >
      <Banner tone="warn" title={t("security.codesOnce")}>
        {t("security.codesText")}
      </Banner>
      <div className="sec-paper">
        <b className="sec-print">{t("security.codesPaper", { name })}</b>
        <ol className="sec-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </div>
      <div className="row">
        {globalThis.isSecureContext && (
          <Button icon="file" onClick={copy}>
            {t("security.copy")}
          </Button>
        )}
        <Button icon="print" onClick={() => globalThis.print()}>
          {t("common.print")}
        </Button>
        <span role="status">
          {copied === true && t("security.copied")}
          {copied === false && t("security.notCopied")}
        </span>
      </div>
    </Dialog>
  );
}
