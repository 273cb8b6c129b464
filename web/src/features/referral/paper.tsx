/** The paper as it stands, close to the printed form. What is typed shows at once; what is empty is dotted, for a pen. */
import { dateText, dayText, isoDay, serverNow } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { ageOfMonths } from "@/lib/patient";
import {
  parseMoment,
  shownText,
  shownValue,
  staysOf,
  type ReferralField,
  type ReferralState,
} from "@/lib/referral-state";

import type { PatientView } from "@/context/patients";

export function Paper({ state, patient }: { state: ReferralState; patient: PatientView | undefined }) {
  const { view } = state;
  const text = (field: ReferralField) => shownText(state, field).trim();
  const passage = (field: ReferralField, label: string = field, value = text(field)) => (
    <Said label={word("referralPaper", label)} value={value} />
  );
  const code = text("icd_code");
  const diagnosis = [text("diagnosis"), code === "" ? "" : `(${code})`].filter(Boolean).join(" ");
  const reason = text("transfer_reason");
  const at = text("transfer_at");
  return (
    <article className="paper ref-paper" aria-label={t("referral.paper")} lang="vi">
      <div className="ref-top">
        <div>
          <p>
            <b>{view.from_facility.name.toUpperCase()}</b>
          </p>
          <p>
            {view.number === null ? t("referralPaper.noNumber") : t("referralPaper.number", { number: view.number })}
          </p>
        </div>
        <div>
          <p>
            <b>{t("referralPaper.nation")}</b>
          </p>
          <p>
            <b className="under">{t("referralPaper.motto")}</b>
          </p>
        </div>
      </div>
      <h2>{t("referralPaper.title")}</h2>
      <p className="mid">{t("referralPaper.to", { hospital: view.to_facility.name })}</p>
      <p>{t("referralPaper.introduces", { station: view.from_facility.name })}</p>
      <p>
        <Said inline label={t("referralPaper.name")} value={patient?.full_name.toUpperCase() ?? ""} strong />{" "}
        <Said
          inline
          label={t("referralPaper.sex")}
          value={patient && patient.sex !== "unknown" ? word("sex", patient.sex) : ""}
        />{" "}
        {patient?.birth_date ? (
          <Said inline label={t("referralPaper.born")} value={patient.birth_date.slice(0, 4)} />
        ) : (
          <Said inline label={t("referralPaper.age")} value={ageOfMonths(patient?.age_months ?? null)} />
        )}
      </p>
      <Said label={t("referralPaper.occupation")} value={patient?.occupation ?? ""} />
      <Said label={t("referralPaper.insurance")} value={patient?.insurance_no ?? ""} />
      <Said label={t("referralPaper.treatedAt")} value={staysIn(state) || view.from_facility.name} />
      <h3>{t("referralPaper.summary")}</h3>
      {passage("clinical_signs")}
      {passage("test_results")}
      {passage("diagnosis", "diagnosis", diagnosis)}
      {passage("procedures")}
      {passage("treatment")}
      {passage("condition_at_transfer")}
      <p>- {t("referralPaper.reasons")}:</p>
      <div className="ref-why">
        <p>
          <Numbered n={1} chosen={reason !== "patient_wish"} /> {t("referralPaper.fits")}
        </p>
        <p className="in">
          <Box on={reason === "fits_rules"} /> {t("referralPaper.fits_rules")}
        </p>
        <p className="in">
          <Box on={reason === "beyond_ability"} /> {t("referralPaper.beyond_ability")}
        </p>
        <p>
          <Numbered n={2} chosen={reason === "patient_wish"} /> {t("referralPaper.patient_wish")}
        </p>
      </div>
      {passage("care_plan")}
      {passage("transfer_at", "leaves", leavesText(at))}
      {passage(
        "valid_one_year",
        "oneYear",
        t(shownValue(state, "valid_one_year") === true ? "referral.yes" : "referral.no"),
      )}
      {passage("transport")}
      {passage(
        "escort",
        "escort",
        [shownText(state, "escort"), shownText(state, "escort_title")].filter(Boolean).join(", "),
      )}
      <div className="ref-sig">
        <p>
          <i>{signedOn(view.signed_at)}</i>
        </p>
        <p>
          <b>{t("referralPaper.signer")}</b>
        </p>
        <p>
          <i>{t("referralPaper.seal")}</i>
        </p>
        <p className="name">{view.signed_by?.name}</p>
      </div>
    </article>
  );
}

function leavesText(typed: string): string {
  const [day = "", time = ""] = parseMoment(typed, isoDay(serverNow()))?.split("T") ?? [];
  const [h = "", m = ""] = time.split(":");
  return time === "" ? "" : t("referralPaper.leavesAt", { h, m, day: dayText(day) });
}

function signedOn(at: string | null): string {
  if (at === null) return t("referralPaper.notSignedOn");
  const [d = "", m = "", y = ""] = dateText(at).split("/");
  return t("referralPaper.signedOn", { d, m, y });
}

/** The chosen number stands in a circle, as the form's notes ask. */
function Numbered({ n, chosen }: { n: number; chosen: boolean }) {
  return <span className={chosen ? "ref-n on" : "ref-n"}>{n}.</span>;
}

function Box({ on }: { on: boolean }) {
  return <span>{on ? "☒" : "☐"}</span>;
}

/** A line of the form: its words, then what is filled in, or dots. */
function Said({
  label,
  value,
  inline = false,
  strong = false,
}: {
  label: string;
  value: string;
  inline?: boolean;
  strong?: boolean;
}) {
  const filled = value === "" ? <span className="dots" aria-hidden="true" /> : strong ? <b>{value}</b> : value;
  if (inline) {
    return (
      <span className="ref-in">
        - {label}: {filled}
      </span>
    );
  }
  return (
    <p className={value === "" ? "ref-said ref-blank" : "ref-said"}>
      <span>- {label}:</span> {filled}
    </p>
  );
}

/** `Trạm Bình Lư (từ ngày 20/11/2026 đến ngày 22/11/2026)`, both lines. */
function staysIn(state: ReferralState): string {
  return staysOf(shownText(state, "stays"))
    .map(({ facility, treated_from, treated_to }) => {
      const days = [
        treated_from ? `${t("referral.treated_from")} ${dayText(treated_from)}` : "",
        treated_to ? `${t("referral.treated_to")} ${dayText(treated_to)}` : "",
      ];
      const said = days.filter(Boolean).join(", ");
      return said === "" ? facility : `${facility} (${said})`;
    })
    .join("; ");
}
