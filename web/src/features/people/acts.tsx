/** Which dialog stands over an account's page, and what each one does. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { shortText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { ConfirmDialog, Dialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";
import { Button } from "@/ui/button";

import { DisableDialog } from "./disable-dialog";
import { EditDialog } from "./edit-dialog";
import { EndDialog } from "./end-dialog";
import { GrantDialog } from "./grant-dialog";
import { InviteLink } from "./invite-link";
import {
  enable,
  invite,
  readPerson,
  resetFactor,
  signOutPerson,
  type Grant,
  type Invitation,
  type Person,
} from "./people-api";

export type ActName = "give" | "edit" | "invite" | "reset" | "factor" | "out" | "disable" | "enable";

interface Props {
  readonly person: Person;
  readonly act: ActName | null;
  /** The grant to end, if that is the act. */
  readonly ending: Grant | null;
  readonly onKeep: (now: Person) => void;
  readonly onStale: () => void;
  readonly onClose: () => void;
}

export function Acts({ person, act, ending, onKeep, onStale, onClose }: Props) {
  const done = (now: Person) => {
    onKeep(now);
    onClose();
  };
  if (ending !== null) return <EndDialog grant={ending} onDone={done} onClose={onClose} />;
  switch (act) {
    case null:
      return null;
    case "give":
      return <GrantDialog person={person} onDone={done} onClose={onClose} />;
    case "edit":
      return <EditDialog person={person} onDone={done} onStale={onStale} onClose={onClose} />;
    case "disable":
      return <DisableDialog person={person} onDone={done} onClose={onClose} />;
    case "invite":
    case "reset":
      return <InviteDialog person={person} ask={act === "reset"} onKeep={onKeep} onClose={onClose} />;
    case "factor":
      return (
        <Sure
          title={t("people.factorTitle", { name: person.name })}
          text={t("people.factorText")}
          go={t("people.factorGo")}
          danger
          work={async () => {
            done(await resetFactor(person.id));
            toast(t("people.factorDone"));
          }}
          onClose={onClose}
        />
      );
    case "out":
      return (
        <Sure
          title={t("people.outTitle", { name: person.name })}
          text={t("people.outText")}
          go={t("people.outGo")}
          danger
          work={async () => {
            done(await signOutPerson(person.id));
            toast(t("people.outDone"));
          }}
          onClose={onClose}
        />
      );
    case "enable":
      return (
        <Sure
          title={t("people.enableTitle", { name: person.name })}
          text={t("people.enableText")}
          go={t("people.enableGo")}
          work={async () => {
            done(await enable(person.id));
            toast(t("people.enableDone"));
          }}
          onClose={onClose}
        />
      );
  }
}

function Sure({
  title,
  text,
  go,
  danger = false,
  work,
  onClose,
}: {
  title: string;
  text: string;
  go: string;
  danger?: boolean;
  work: () => Promise<void>;
  onClose: () => void;
}) {
  const act = useAct();
  return (
    <ConfirmDialog
      open
      title={title}
      confirm={go}
      danger={danger}
      busy={act.busy !== null}
      onConfirm={() => void act.run("sure", work)}
      onClose={onClose}
    >
      <p>{text}</p>
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}

/** First the question, where an open account would lose nothing by it; then the link, once. */
function InviteDialog({
  person,
  ask,
  onKeep,
  onClose,
}: {
  person: Person;
  ask: boolean;
  onKeep: (now: Person) => void;
  onClose: () => void;
}) {
  const act = useAct();
  const [made, setMade] = useState<Invitation | null>(null);
  const make = () =>
    void act.run("invite", async () => {
      setMade(await invite(person.id));
      onKeep(await readPerson(person.id));
    });
  if (made !== null) {
    return (
      <Dialog
        open
        title={t("people.inviteTitle", { name: person.name })}
        onClose={onClose}
        footer={<Button onClick={onClose}>{t("people.done")}</Button>}
      >
        <InviteLink link={made.link} until={shortText(made.expires_at)} />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      open
      title={t(ask ? "people.resetTitle" : "people.inviteTitle", { name: person.name })}
      confirm={t(ask ? "people.resetGo" : "people.inviteNew")}
      busy={act.busy !== null}
      onConfirm={make}
      onClose={onClose}
    >
      <p>{t(ask ? "people.resetText" : "people.waitUninvited")}</p>
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}
