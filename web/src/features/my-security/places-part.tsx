/** Where this account is open: browsers that know it, and sign-ins that go on. Each can be ended from here. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { useSession } from "@/context/session";
import { whenText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ConfirmDialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";

import { endSignIn, revokeDevice, type Security } from "./security-api";

type Asked = { readonly kind: "device" | "sign-in"; readonly id: string; readonly name: string };

export function PlacesPart({ security, onChanged }: { security: Security; onChanged: () => void }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { busy, problem, run, forget } = useAct();
  const close = () => {
    setAsked(null);
    forget();
  };
  const end = async () => {
    if (asked === null) return;
    const act = asked.kind === "device" ? revokeDevice : endSignIn;
    if (!(await run("end", () => act(asked.id)))) return;
    close();
    toast(asked.kind === "device" ? t("security.deviceRevoked") : t("security.signInEnded"));
    onChanged();
  };
  return (
    <>
      <Card title={t("security.devicesTitle")}>
        <p className="mut">{t("security.devicesText")}</p>
        <ul className="sec-list">
          {security.devices.map((device) => (
            <li key={device.id}>
              <span className="sp">
                {nameOf(device.name)}
                <small>
                  {[
                    device.current ? t("security.here") : "",
                    device.shared ? t("security.sharedDevice") : "",
                    t("security.usedAt", { at: whenText(device.used_at) }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </small>
              </span>
              {!device.current && (
                <Button
                  tone="quiet"
                  aria-label={t("security.deviceRevokeOf", { name: nameOf(device.name) })}
                  onClick={() => setAsked({ kind: "device", id: device.id, name: nameOf(device.name) })}
                >
                  {t("security.deviceRevoke")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("security.signInsTitle")}>
        <ul className="sec-list">
          {security.sign_ins.map((signIn) => (
            <li key={signIn.id}>
              <span className="sp">
                {nameOf(signIn.device_name)}
                <small>
                  {[
                    signIn.current ? t("security.hereNow") : "",
                    word("signInMethod", signIn.method),
                    t("security.beganAt", { at: whenText(signIn.began_at), seen: whenText(signIn.seen_at) }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </small>
              </span>
              {!signIn.current && (
                <Button
                  tone="quiet"
                  aria-label={t("security.signInEndOf", { at: whenText(signIn.began_at) })}
                  onClick={() => setAsked({ kind: "sign-in", id: signIn.id, name: nameOf(signIn.device_name) })}
                >
                  {t("security.signInEnd")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Card>
      <Leaving />
      <ConfirmDialog
        open={asked !== null}
        danger
        title={t(asked?.kind === "device" ? "security.deviceRevokeTitle" : "security.signInEndTitle")}
        confirm={t(asked?.kind === "device" ? "security.deviceRevoke" : "security.signInEnd")}
        busy={busy !== null}
        onClose={close}
        onConfirm={() => void end()}
      >
        <p>
          {asked !== null &&
            t(asked.kind === "device" ? "security.deviceRevokeText" : "security.signInEndText", { name: asked.name })}
        </p>
        <ProblemAlert problem={problem} />
      </ConfirmDialog>
    </>
  );
}

const nameOf = (name: string | null): string => (name === null || name === "" ? t("security.unknownDevice") : name);

function Leaving() {
  const { signOut } = useSession();
  const [asked, setAsked] = useState<"here" | "everywhere" | null>(null);
  return (
    <Card title={t("security.leaveTitle")}>
      <div className="stack m">
        <p className="mut">{t("security.leaveText")}</p>
        <div className="row">
          <Button icon="leave" onClick={() => setAsked("here")}>
            {t("security.leaveHere")}
          </Button>
          <Button onClick={() => setAsked("everywhere")}>{t("security.leaveAll")}</Button>
        </div>
      </div>
      <ConfirmDialog
        open={asked !== null}
        danger
        title={t(asked === "everywhere" ? "security.leaveAllTitle" : "security.leaveHereTitle")}
        confirm={t(asked === "everywhere" ? "security.leaveAll" : "security.leaveDo")}
        onClose={() => setAsked(null)}
        onConfirm={() => void signOut(asked === "everywhere")}
      >
        <p>{t(asked === "everywhere" ? "security.leaveAllText" : "security.leaveHereText")}</p>
      </ConfirmDialog>
    </Card>
  );
}
