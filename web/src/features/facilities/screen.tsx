/** The facilities one looks after: their telephones, who signs for them, how many work there. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { numberText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { phoneText } from "@/lib/phone";
import { Button } from "@/ui/button";
import { PageHeader } from "@/ui/card";
import { SegmentedControl } from "@/ui/choices";
import { TextField } from "@/ui/field";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { Table, type Column } from "@/ui/table";

import { FacilityDialog } from "./facility-dialog";
import { readAdministered, type Facility } from "./facilities-api";
import { KINDS, matching } from "./facilities-state";

import "./facilities.css";

/** Below this many all are seen at once. */
const SEARCH_FROM = 8;

export default function FacilitiesScreen() {
  const queries = useQueryClient();
  const found = useQuery({ queryKey: ["administered"], queryFn: readAdministered });
  const [text, setText] = useState("");
  const [kind, setKind] = useState<(typeof KINDS)[number] | "">("");
  const [edited, setEdited] = useState<Facility | "new" | null>(null);
  const all = found.data?.facilities ?? [];
  const province = found.data?.province ?? false;
  const shown = matching(all, text, kind);
  const kinds = KINDS.filter((one) => all.some((facility) => facility.kind === one));
  return (
    <div className="main fa-page">
      <PageHeader
        title={t("facility.heading")}
        lead={t("facility.lead")}
        actions={
          province && (
            <Button tone="primary" icon="plus" onClick={() => setEdited("new")}>
              {t("facility.add")}
            </Button>
          )
        }
      />
      {found.error !== null && <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />}
      {found.data === undefined && found.isPending && (
        <div className="card">
          <LoadingRows rows={8} />
        </div>
      )}
      {all.length >= SEARCH_FROM && (
        <div className="fa-filters">
          <TextField label={t("facility.search")} type="search" value={text} onText={setText} />
          <SegmentedControl
            label={t("facility.kindOf")}
            choices={[
              { value: "", label: t("facility.all") },
              ...kinds.map((one) => ({ value: one, label: word("facilityKind", one) })),
            ]}
            value={kind}
            onChange={setKind}
          />
        </div>
      )}
      {found.data !== undefined &&
        (shown.length === 0 ? (
          <div className="card">
            <EmptyState icon="search" title={t("facility.none")} text={t("facility.noneText")} />
          </div>
        ) : (
          <FacilityTable facilities={shown} onEdit={setEdited} />
        ))}
      {found.data !== undefined && (
        <p className="s" role="status">
          {t("facility.count", { n: numberText(shown.length) })}
        </p>
      )}
      {edited !== null && (
        <FacilityDialog
          facility={edited === "new" ? null : edited}
          province={province}
          onClose={() => setEdited(null)}
          onDone={() => {
            setEdited(null);
            void queries.invalidateQueries({ queryKey: ["administered"] });
            void queries.invalidateQueries({ queryKey: ["facilities"] });
          }}
        />
      )}
    </div>
  );
}

function FacilityTable({
  facilities,
  onEdit,
}: {
  facilities: readonly Facility[];
  onEdit: (facility: Facility) => void;
}) {
  const columns: readonly Column<Facility>[] = [
    {
      key: "name",
      head: t("facility.colName"),
      card: "key",
      cell: (one) => (
        <>
          <b>{one.short_name}</b>
          <small>{one.name}</small>
        </>
      ),
    },
    {
      key: "phones",
      head: t("facility.colPhones"),
      cell: (one) =>
        one.emergency_phone === null && one.leader_phone === null ? (
          one.kind === "province" ? null : (
            <span className="mut">{t("facility.noPhone")}</span>
          )
        ) : (
          <>
            {one.emergency_phone !== null && (
              <span className="fa-line">
                {t("facility.phoneEmergency", { number: phoneText(one.emergency_phone) })}
              </span>
            )}
            {one.leader_phone !== null && (
              <span className="fa-line">{t("facility.phoneLeader", { number: phoneText(one.leader_phone) })}</span>
            )}
          </>
        ),
    },
    {
      key: "signs",
      head: t("facility.colSigns"),
      cell: (one) =>
        one.kind === "province" ? null : (
          <>
            {one.signing_professions.map((code) => word("profession", code)).join(", ")}
            {one.signing_document !== null && <small>{one.signing_document}</small>}
          </>
        ),
    },
    {
      key: "codes",
      head: t("facility.colCode"),
      cell: (one) => {
        const codes = [
          one.prefix === null ? "" : t("facility.prefixOf", { prefix: one.prefix }),
          one.code === null ? "" : t("facility.codeOf", { code: one.code }),
        ].filter(Boolean);
        return codes.length === 0 ? null : codes.join(" · ");
      },
    },
    {
      key: "people",
      head: t("facility.colPeople"),
      numeric: true,
      cell: (one) => numberText(one.people),
    },
    {
      key: "edit",
      head: t("facility.edit"),
      card: "state",
      cell: (one) => (
        <Button
          size="compact"
          icon="pen"
          aria-label={t("facility.editThis", { name: one.short_name })}
          onClick={() => onEdit(one)}
        >
          {t("facility.edit")}
        </Button>
      ),
    },
  ];
  return <Table caption={t("facility.caption")} columns={columns} rows={facilities} rowKey={(one) => one.id} />;
}
