/** The hospital's frame: navigation at the left, on phones at the foot. */
import { Fragment } from "react";

import { useMe } from "@/context/session";
import { dateText, timeText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { useNow } from "@/ui/clock";
import { Toasts } from "@/ui/toast";

import { OpenedCases } from "./opened-routes";
import { Account, LinkNow, NavLinks, SkipLink, useFreshPage, type NavItem } from "./shell-parts";

import "./shell.css";

/** A part of the navigation that only one place has; its words come with that place. */
export interface NavGroup {
  readonly label: string;
  readonly items: readonly NavItem[];
}

export function HospitalShell({
  place,
  groups = [],
  children,
}: {
  place: "specialist" | "manager" | "admin" | "privacy" | "other";
  groups?: readonly NavGroup[];
  children: React.ReactNode;
}) {
  const me = useMe();
  const main = useFreshPage();
  const duty: NavItem[] =
    place === "specialist" ? [{ to: "/worklist", icon: "inbox", label: t("shell.worklist") }] : [];
  const review: NavItem[] =
    place === "specialist" || place === "manager" ? [{ to: "/log", icon: "list", label: t("shell.log") }] : [];
  return (
    <div className="hospital">
      <SkipLink />
      <nav className="ho-nav" aria-label={t("shell.main")}>
        <p className="mark">
          <img src="/icon.svg" alt="" width={28} height={28} />
          {t("common.appName")}
        </p>
        {duty.length > 0 && <p className="group">{t("shell.groupDuty")}</p>}
        <NavLinks items={duty} />
        {review.length > 0 && <p className="group">{t("shell.groupReview")}</p>}
        <NavLinks items={review} />
        {groups.map(({ label, items }) => (
          <Fragment key={label}>
            <p className="group">{label}</p>
            <NavLinks items={items} />
          </Fragment>
        ))}
      </nav>
      <div className="ho-page">
        <header className="ho-top">
          <span className="site">
            {me.grant?.facility.short_name ?? t("common.appName")}
            <small className="only-s">{me.name}</small>
          </span>
          <Today />
          <span className="sp" />
          <LinkNow />
          <Account />
        </header>
        <OpenedCases />
        <main id="main" ref={main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <Toasts />
    </div>
  );
}

function Today() {
  const now = useNow(15_000);
  return (
    <span className="mut today">
      {timeText(now)}, {dateText(now)}
    </span>
  );
}
