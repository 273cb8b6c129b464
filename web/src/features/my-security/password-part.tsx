/** Password and PIN. */
import { useState } from "react";

import { useSignedIn } from "@/context/session";
import { useAct } from "@/context/use-act";
import { dateText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ConfirmDialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { lengthOf, NewPassword } from "@/ui/new-password";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";

import { faultOf, FormDialog, OwnPassword, Row } from "./parts";
import { changePassword, removePin, setPin, type Security } from "./security-api";

type Open = "password" | "pin" | "no-pin" | null;

export function PasswordPart({ security, onChanged }: { security: Security; onChanged: () => void }) {
  const [open, setOpen] = useState<Open>(null);
  const { demo } = useSignedIn();
  const { busy, problem, run } = useAct();
  const close = () => setOpen(null);
  const done = (said: string) => {
    close();
    toast(said);
    onChanged();
  };
  const { password_set_at: setAt, pin } = security;
  return (
    <Card title={t("security.passwordTitle")}>
      <Row
        icon="key"
        title={t("security.password")}
        text={passwordText(setAt, demo)}
        actions={<Button onClick={() => setOpen("password")}>{t("security.passwordChange")}</Button>}
      />
      <Row
        icon="lock"
        title={t("security.pin")}
        text={pin ? t("security.pinOn") : t("security.pinOff")}
        actions={
          <>
            <Button onClick={() => setOpen("pin")}>{t(pin ? "security.pinChange" : "security.pinSet")}</Button>
            {pin && (
              <Button tone="quiet" onClick={() => setOpen("no-pin")}>
                {t("security.pinRemove")}
              </Button>
            )}
          </>
        }
      />
      {open === "password" && (
        <ChangePassword
          least={security.min_password}
          onClose={close}
          onDone={() => done(t("security.passwordChanged"))}
        />
      )}
      {open === "pin" && <ChangePin onClose={close} onDone={() => done(t("security.pinDone"))} />}
      <ConfirmDialog
        open={open === "no-pin"}
        title={t("security.pinRemoveTitle")}
        confirm={t("security.pinRemove")}
        busy={busy !== null}
        onClose={close}
        onConfirm={() => void run("pin", removePin).then((removed) => removed && done(t("security.pinRemoved")))}
      >
        <p>{t("security.pinRemoveText")}</p>
        <ProblemAlert problem={problem} />
      </ConfirmDialog>
    </Card>
  );
}

function passwordText(setAt: string | null, demo: boolean): string {
  if (setAt !== null) return t("security.passwordSet", { date: dateText(setAt) });
  return t(demo ? "security.passwordDemo" : "security.passwordNotOwn");
}

function ChangePassword({ least, onClose, onDone }: { least: number; onClose: () => void; onDone: () => void }) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  return (
    <FormDialog
      title={t("security.passwordChange")}
      confirm={t("security.passwordDo")}
      ready={current !== "" && lengthOf(next) >= least}
      onClose={onClose}
      onConfirm={async () => {
        await changePassword(current, next);
        onDone();
      }}
    >
      {(problem) => (
        <>
          <OwnPassword value={current} onText={setCurrent} problem={problem} label={t("security.passwordNow")} />
          <NewPassword value={next} onText={setNext} least={least} problem={problem} />
          <p className="s">{t("security.passwordEnds")}</p>
        </>
      )}
    </FormDialog>
  );
}

const DIGITS = 6;

function ChangePin({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const [pin, setOwn] = useState("");
  const [password, setPassword] = useState("");
  return (
    <FormDialog
      title={t("security.pinTitle")}
      confirm={t("security.pinDo")}
      ready={pin.length === DIGITS && password !== ""}
      onClose={onClose}
      onConfirm={async () => {
        await setPin(pin, password);
        onDone();
      }}
    >
      {(problem) => (
        <>
          <p>{t("security.pinText")}</p>
          <TextField
            label={t("security.pinNew")}
            className="inp sec-digits"
            type="password"
            inputMode="numeric"
            autoComplete="off"
            maxLength={DIGITS}
            autoFocus
            value={pin}
            onText={(text) => setOwn(text.replaceAll(/\D/g, "").slice(0, DIGITS))}
            error={faultOf(problem, "pin_too_simple", t("security.pinSimple"))}
          />
          <OwnPassword value={password} onText={setPassword} problem={problem} autoFocus={false} />
        </>
      )}
    </FormDialog>
  );
}
