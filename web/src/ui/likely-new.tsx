/** A word beside the form of a new patient: who may be on record already, and why. It holds nothing up. */
import { useEffect, useState } from "react";

import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { worthLooking, type Fields, type LikelyPatient, type PatientView } from "@/lib/patient-fields";

import { Banner } from "./banner";
import { Button } from "./button";
import { LikelyPatients } from "./likely-patients";

const ASK_AFTER_MS = 600;

/** `pick`: what the button says that takes the record which is there. */
export default function LikelyNew({
  fields,
  station,
  pick,
  onPick,
}: {
  fields: Fields;
  station: string;
  pick: string;
  onPick: (patient: PatientView) => void;
}) {
  const [found, setFound] = useState<readonly LikelyPatient[]>([]);
  const [others, setOthers] = useState<ReadonlySet<string>>(new Set());
  const asked = worthLooking(fields) ? JSON.stringify(fields) : "";
  useEffect(() => {
    let stopped = false;
    const timer = setTimeout(
      () => {
        if (asked === "") {
          setFound([]);
          return;
        }
        const body = { ...(JSON.parse(asked) as Fields), station_id: station };
        // Without a line nothing is said: the record is kept all the same, and joined later where it is one.
        ok(api.POST("/api/patients/likely", { body })).then(
          ({ likely }) => !stopped && setFound(likely),
          () => undefined,
        );
      },
      asked === "" ? 0 : ASK_AFTER_MS,
    );
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [asked, station]);
  const likely = found.filter(({ patient }) => !others.has(patient.id));
  if (likely.length === 0) return null;
  return (
    <div className="stack" role="region" aria-label={t("patients.likelyNew")}>
      <Banner tone="warn" icon="users" live="status" title={t("patients.likelyNew")}>
        {t("patients.likelyNewText")}
      </Banner>
      <LikelyPatients
        likely={likely}
        acts={(patient) => (
          <>
            <Button tone="out-brand" onClick={() => onPick(patient)}>
              {pick}
            </Button>
            <Button tone="quiet" onClick={() => setOthers((now) => new Set([...now, patient.id]))}>
              {t("patients.notSame")}
            </Button>
          </>
        )}
      />
    </div>
  );
}
