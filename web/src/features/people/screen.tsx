/** Who has an account here: what needs doing first, then everyone, found without marks. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { Link, useLocation, useSearch } from "wouter";

import { isoDay, numberText, serverNow, shortText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button, ButtonLink } from "@/ui/button";
import { PageHeader } from "@/ui/card";
import { Chip } from "@/ui/choices";
import { TextField } from "@/ui/field";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";
import { Table, type Column } from "@/ui/table";

import { AddDialog } from "./add-dialog";
import { findPeople, readAdministered, readRoles, type PersonRow } from "./people-api";
import {
  datedTexts,
  EVERYONE,
  factorText,
  isNarrowed,
  narrowed,
  readFilters,
  roleLines,
  searchOf,
  seenText,
  STATUSES,
  writeFilters,
  type Filters,
} from "./people-state";
import { StatusTag } from "./status-tag";

import "./people.css";

/** A search goes out when typing rests. */
const REST_MS = 300;

export default function PeopleScreen() {
  const search = useSearch();
  const [, go] = useLocation();
  const filters = useMemo(() => readFilters(search), [search]);
  const [adding, setAdding] = useState(false);
  const page = useQuery({
    queryKey: ["people", filters],
    queryFn: ({ signal }) => findPeople(searchOf(filters), signal),
    placeholderData: keepPreviousData,
  });
  const show = (change: Partial<Filters>, replace = false) => go(writeFilters(narrowed(filters, change)), { replace });
  const { data } = page;
  const everyone = data === undefined ? 0 : Object.values(data.counts).reduce((sum, n) => sum + n, 0);
  return (
    <div className="main pp-page">
      <PageHeader
        title={t("people.heading")}
        lead={t("people.lead")}
        actions={
          <Button tone="primary" icon="plus" onClick={() => setAdding(true)}>
            {t("people.add")}
          </Button>
        }
      />
      {data !== undefined && <Todo data={data} onShow={(change) => go(writeFilters({ ...EVERYONE, ...change }))} />}
      <FilterBar filters={filters} onChange={show} />
      {page.error !== null && <ProblemAlert problem={page.error} onRetry={() => void page.refetch()} />}
      {data === undefined ? (
        page.isPending && (
          <div className="card">
            <LoadingRows rows={8} />
          </div>
        )
      ) : data.people.length === 0 ? (
        <div className="card">
          <EmptyState
            icon="search"
            title={t("people.none")}
            text={t(filters.status === "" ? "people.noneText" : "people.noneEnd")}
            action={
              filters.status === "" ? (
                <Button onClick={() => show({ status: "all" })}>{t("people.noneAll")}</Button>
              ) : (
                <ButtonLink to="/people">{t("people.clear")}</ButtonLink>
              )
            }
          />
        </div>
      ) : (
        <section className="pp-box">
          <PeopleTable people={data.people} busy={page.isPlaceholderData} />
          <div className="pp-foot">
            <span className="sp" role="status">
              {data.total === everyone
                ? t("people.totalOne", { n: numberText(data.total) })
                : t("people.total", { n: numberText(data.total), all: numberText(everyone) })}
            </span>
            {filters.after !== "" && (
              <Button size="compact" icon="left" onClick={() => show({ after: "" })}>
                {t("people.first")}
              </Button>
            )}
            {data.older !== null && (
              <Button size="compact" onClick={() => go(writeFilters({ ...filters, after: data.older ?? "" }))}>
                {t("people.next")} ›
              </Button>
            )}
          </div>
        </section>
      )}
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

function Todo({
  data,
  onShow,
}: {
  data: Awaited<ReturnType<typeof findPeople>>;
  onShow: (change: Partial<Filters>) => void;
}) {
  const { without_second_factor: bare, invitations_ending: ending } = data;
  if (bare === 0 && ending === 0) return null;
  return (
    <Banner
      tone="warn"
      title={t("people.todo")}
      action={
        <>
          {bare > 0 && (
            <Button size="compact" onClick={() => onShow({ bare: true })}>
              {t("people.todoFactorShow", { n: numberText(bare) })}
            </Button>
          )}
          {(data.counts["invitation_expired"] ?? 0) > 0 && (
            <Button size="compact" onClick={() => onShow({ status: "invitation_expired" })}>
              {t("people.todoInviteShow")}
            </Button>
          )}
        </>
      }
    >
      {[
        bare > 0 ? t("people.todoFactor", { n: numberText(bare) }) : "",
        ending > 0 ? t("people.todoInvite", { n: numberText(ending) }) : "",
      ]
        .filter(Boolean)
        .join(" · ")}
      .
    </Banner>
  );
}

function FilterBar({
  filters,
  onChange,
}: {
  filters: Filters;
  onChange: (change: Partial<Filters>, replace?: boolean) => void;
}) {
  const places = useQuery({ queryKey: ["administered"], queryFn: readAdministered, staleTime: 300_000 });
  const roles = useQuery({ queryKey: ["roles"], queryFn: readRoles, staleTime: 3_600_000 });
  const [open, setOpen] = useState(false);
  const used = [filters.facility, filters.role, filters.status].filter((one) => one !== "").length;
  const [text, setText] = useState(filters.text);
  const [known, setKnown] = useState(filters.text);
  if (filters.text !== known) {
    // Cleared, or gone back: what is being typed on top of it stays.
    setKnown(filters.text);
    if (filters.text === "" || !text.startsWith(filters.text)) setText(filters.text);
  }
  useEffect(() => {
    if (text === filters.text) return;
    const timer = setTimeout(() => onChange({ text }, filters.text !== ""), REST_MS);
    return () => clearTimeout(timer);
  }, [text, filters.text, onChange]);
  return (
    <section className={open ? "pp-filters open" : "pp-filters"} aria-label={t("people.filters")}>
      <TextField
        label={t("people.search")}
        placeholder={t("people.searchHint")}
        type="search"
        value={text}
        onText={setText}
        maxLength={80}
      />
      <div className="pp-more">
        <Button wide icon="list" aria-expanded={open} onClick={() => setOpen(!open)}>
          {used === 0 ? t("people.more") : t("people.moreUsed", { n: used })}
        </Button>
      </div>
      <SelectField
        label={t("people.facility")}
        pick={t("people.any")}
        used={filters.facility !== ""}
        value={filters.facility}
        options={(places.data?.facilities ?? []).map((one) => ({
          value: one.id,
          label: one.short_name,
          group: word("facilityKind", one.kind),
        }))}
        onPick={(facility) => onChange({ facility })}
      />
      <SelectField
        label={t("people.role")}
        pick={t("people.any")}
        used={filters.role !== ""}
        value={filters.role}
        options={(roles.data ?? []).map(({ role }) => ({ value: role, label: word("role", role) }))}
        onPick={(role) => onChange({ role })}
      />
      <SelectField
        label={t("people.status")}
        pick={t("people.statusOpen")}
        used={filters.status !== ""}
        value={filters.status}
        options={[
          ...STATUSES.map((status) => ({ value: status, label: word("personStatus", status) })),
          { value: "all" as const, label: t("people.statusAll") },
        ]}
        onPick={(status) => onChange({ status })}
      />
      {(filters.bare || isNarrowed(filters)) && (
        <div className="row pp-chips">
          {filters.bare && (
            <Chip pressed onClick={() => onChange({ bare: false })}>
              {t("people.onlyBare")}
            </Chip>
          )}
          <Button tone="quiet" size="compact" icon="x" onClick={() => onChange(EVERYONE)}>
            {t("people.clear")}
          </Button>
        </div>
      )}
    </section>
  );
}

function PeopleTable({ people, busy }: { people: readonly PersonRow[]; busy: boolean }) {
  const today = isoDay(serverNow());
  // The account's page leads back to these filters.
  const state = { people: useSearch() };
  const columns: readonly Column<PersonRow>[] = [
    {
      key: "person",
      head: t("people.colPerson"),
      card: "key",
      sorted: "ascending",
      cell: (row) => (
        <>
          <Link href={`/people/${row.id}`} state={state} className="pp-name">
            {row.name}
          </Link>
          <small>
            {[word("profession", row.profession), row.license_no ?? row.username].filter(Boolean).join(" · ")}
          </small>
        </>
      ),
    },
    { key: "status", head: t("people.colStatus"), card: "state", cell: (row) => <StatusTag status={row.status} /> },
    { key: "facility", head: t("people.colFacility"), cell: (row) => row.facility?.short_name },
    { key: "roles", head: t("people.colRoles"), cell: (row) => <Roles person={row} today={today} /> },
    {
      key: "dated",
      head: t("people.colDated"),
      cell: (row) => {
        const texts = datedTexts(row, today);
        return texts.length === 0 ? null : texts.map((text) => <span key={text}>{text}</span>);
      },
    },
    {
      key: "factor",
      head: t("people.colFactor"),
      cell: (row) =>
        (row.status !== "active" && row.status !== "rotating") || row.second_factor === null ? null : (
          <span className={row.second_factor === "none" ? "pp-bare" : undefined}>{factorText(row)}</span>
        ),
    },
    { key: "seen", head: t("people.colSeen"), cell: (row) => seenCell(row) },
  ];
  // Most people hold what they hold for good: an empty column would only push the others together.
  const dated = people.some((row) => datedTexts(row, today).length > 0);
  return (
    <Table
      caption={t("people.caption")}
      columns={columns.filter(({ key }) => key !== "dated" || dated)}
      rows={people}
      rowKey={(row) => row.id}
      busy={busy}
    />
  );
}

function seenCell(row: PersonRow): string {
  if (row.status === "invited" && row.invitation_expires_at !== null)
    return t("people.inviteUntil", { when: shortText(row.invitation_expires_at) });
  return seenText(row.seen_at);
}

function Roles({ person, today }: { person: PersonRow; today: string }) {
  const lines = roleLines(person, today);
  if (lines.length === 0)
    return person.status === "disabled" ? null : <span className="mut">{t("people.noRole")}</span>;
  return (
    <ul className="pp-roles">
      {lines.map((line) => (
        <li key={line.key}>
          {line.text}
          {line.where !== "" && <small> · {line.where}</small>}
        </li>
      ))}
    </ul>
  );
}
