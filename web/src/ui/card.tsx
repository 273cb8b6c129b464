/** White boxes with a line round them, and the heads of pages and parts. */
import { useId, type ReactNode } from "react";
import { Link } from "wouter";

import { t } from "@/lib/i18n";

import { Icon } from "./icon";

/** `flush` for lists that bring their own padding. With a `title` it is a labelled region. */
export function Card({
  title,
  aside,
  flush = false,
  tone,
  children,
}: {
  title?: string;
  aside?: ReactNode;
  flush?: boolean;
  tone?: "live" | "hot" | "danger";
  children: ReactNode;
}) {
  const id = useId();
  const look = `card${flush ? " flush" : ""}${tone ? ` ${tone}` : ""}`;
  if (title === undefined) return <div className={look}>{children}</div>;
  return (
    <section className={look} aria-labelledby={id}>
      <div className="head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** A part of a page without a box. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className="head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** Answer first: the title may be a whole sentence that says the finding. */
export function PageHeader({
  title,
  lead,
  back,
  actions,
}: {
  title: string;
  lead?: ReactNode;
  back?: string;
  actions?: ReactNode;
}) {
  return (
    <div className="page-head">
      {back !== undefined && (
        <Link href={back} className="btn quiet sq" aria-label={t("common.back")}>
          <Icon name="left" />
        </Link>
      )}
      <div className="sp">
        <h1 tabIndex={-1}>{title}</h1>
        {lead !== undefined && <p className="mut">{lead}</p>}
      </div>
      {actions !== undefined && <div className="row">{actions}</div>}
    </div>
  );
}
