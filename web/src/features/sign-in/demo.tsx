/** The demo's part of the sign-in page: accounts by place of work, and the robot's switch. */
import { useState } from "react";

import { t, word } from "@/lib/i18n";
import { FieldError } from "@/ui/choices";
import { Icon } from "@/ui/icon";
import { Avatar } from "@/ui/tags";

import { switchRobot } from "./sign-in-api";
import { grouped, type Account, type Group } from "./sign-in-state";

export function Accounts({
  accounts,
  picked,
  onPick,
}: {
  accounts: readonly Account[];
  picked: string | null;
  onPick: (account: Account) => void;
}) {
  return grouped(accounts).map(([group, found]) => (
    <section key={group} className="stack t" aria-label={groupName(group)}>
      <h3 className="si-group">{groupName(group)}</h3>
      <div className="si-people">
        {found.map((account) => (
          <button
            key={account.username}
            type="button"
            className="person"
            aria-pressed={picked === account.username}
            onClick={() => onPick(account)}
          >
            <Avatar name={account.name} />
            <span className="sp">
              {account.name}
              <small>{[...new Set([word("role", account.role), account.facility])].join(" · ")}</small>
            </span>
            <Icon name={picked === account.username ? "check" : "right"} />
          </button>
        ))}
      </div>
    </section>
  ));
}

function groupName(group: Group): string {
  switch (group) {
    case "station":
      return t("signIn.groupStation");
    case "hospital":
      return t("signIn.groupHospital");
    case "manage":
      return t("signIn.groupManage");
  }
}

export function RobotSwitch({ on: before }: { on: boolean }) {
  const [on, setOn] = useState(before);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const turn = () => {
    setBusy(true);
    setFailed(false);
    switchRobot(!on)
      .then(setOn, () => setFailed(true))
      .finally(() => setBusy(false));
  };
  return (
    <div className="card stack t">
      <button
        type="button"
        className="switch"
        role="switch"
        aria-checked={on}
        aria-busy={busy}
        onClick={turn}
        disabled={busy}
      >
        <span className="sp">
          <b>{t("signIn.robotTitle")}</b>
          <small className={on ? "c-ok" : undefined}>{t(on ? "signIn.robotOn" : "signIn.robotOff")}</small>
        </span>
        <span className="knob" aria-hidden="true" />
      </button>
      <p className="s">{t("signIn.robotText")}</p>
      {failed && (
        <div role="alert">
          <FieldError>{t("signIn.robotFailed")}</FieldError>
        </div>
      )}
    </div>
  );
}
