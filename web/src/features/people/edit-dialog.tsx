/** Corrects who somebody is; only what was changed is sent. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { t } from "@/lib/i18n";
import { asProblem } from "@/lib/problem";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";

import { changePerson, readAdministered, type Person } from "./people-api";
import { faultsOf, isWhole, PersonFields, type Who } from "./person-fields";

const whoOf = (person: Person): Who => ({
  full_name: person.full_name,
  title: person.title,
  profession: person.profession,
  license_no: person.license_no ?? "",
  duty_phone: person.duty_phone ?? "",
  username: person.username,
  facility_id: person.facility?.id ?? "",
});

/** These may be taken away; the others cannot be empty. */
const MAY_GO: ReadonlySet<keyof Who> = new Set(["license_no", "duty_phone"]);

export function EditDialog({
  person,
  onDone,
  onStale,
  onClose,
}: {
  person: Person;
  onDone: (now: Person) => void;
  onStale: () => void;
  onClose: () => void;
}) {
  const act = useAct();
  const places = useQuery({ queryKey: ["administered"], queryFn: readAdministered, staleTime: 300_000 });
  const [who, setWho] = useState(() => whoOf(person));
  const [tried, setTried] = useState(false);
  const faults = faultsOf(who);
  const before = whoOf(person);
  const names = Object.keys(before) as (keyof Who)[];
  const changed = names.filter((name) => who[name].trim() !== before[name]);
  const run = () => {
    setTried(true);
    if (!isWhole(faults)) return;
    void act.run("edit", async () => {
      const fields = Object.fromEntries(
        changed.map((name) => [name, who[name].trim() || (MAY_GO.has(name) ? null : "")]),
      );
      onDone(await changePerson(person.id, { seen_version: person.version, fields }));
      toast(t("people.editDone"));
    });
  };
  const stale = act.problem !== null && asProblem(act.problem).code === "stale";
  return (
    <ConfirmDialog
      open
      title={t("people.editTitle", { name: person.name })}
      confirm={t("people.editGo")}
      busy={act.busy !== null}
      disabled={changed.length === 0}
      onConfirm={run}
      onClose={onClose}
    >
      <PersonFields
        who={who}
        faults={tried ? faults : null}
        facilities={places.data?.facilities ?? []}
        suggest={false}
        onChange={setWho}
      />
      <ProblemAlert problem={act.problem} />
      {stale && (
        <Button
          icon="refresh"
          onClick={() => {
            onStale();
            onClose();
          }}
        >
          {t("common.reload")}
        </Button>
      )}
    </ConfirmDialog>
  );
}
