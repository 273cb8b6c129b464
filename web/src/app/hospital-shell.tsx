/** The hospital's frame: navigation at the left, on phones at the foot. */
import { Fragment, useId, useRef } from "react";

import { useMe } from "@/context/session";
import { dateText, timeText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { useNow } from "@/ui/clock";
import { Icon } from "@/ui/icon";
import { Toasts } from "@/ui/toast";

import { OpenedCases } from "./opened-routes";
import { Account, LateBell, LinkNow, NavLinks, SkipLink, useFreshPage, type NavItem } from "./shell-parts";

import "./shell.css";
import "./hospital-nav.css";

/** On a phone's foot there is room for so many and one more, which opens the rest. */
const FOOT = 4;

/** A part of the navigation that only one place has; its words come with that place. */
export interface NavGroup {
  readonly label: string;
  readonly items: readonly NavItem[];
}

export function HospitalShell({
  place,
  duty = [],
  lower = [],
  groups = [],
  more,
  children,
}: {
  place: "specialist" | "manager" | "admin" | "privacy" | "other";
  /** Under “Trực”. */
  duty?: readonly NavItem[];
  /** Between duty and review. */
  lower?: readonly NavGroup[];
  groups?: readonly NavGroup[];
  /** What opens the rest where a phone's foot is too narrow; places with few pages need none. */
  more?: string;
  children: React.ReactNode;
}) {
  const me = useMe();
  const main = useFreshPage();
  const review: NavItem[] =
    place === "specialist" || place === "manager" ? [{ to: "/log", icon: "list", label: t("shell.log") }] : [];
  const all: readonly NavGroup[] = [
    { label: t("shell.groupDuty"), items: duty },
    ...lower,
    { label: t("shell.groupReview"), items: review },
    ...groups,
  ].filter(({ items }) => items.length > 0);
  const pages = all.flatMap(({ items }) => items);
  const folded = more !== undefined && pages.length > FOOT + 1;
  return (
    <div className="hospital">
      <SkipLink />
      <nav className={folded ? "ho-nav folded" : "ho-nav"} aria-label={t("shell.main")}>
        <p className="mark">
          <img src="/icon.svg" alt="" width={28} height={28} />
          {t("common.appName")}
        </p>
        {all.map(({ label, items }) => (
          <Fragment key={label}>
            <p className="group">{label}</p>
            <NavLinks items={items} />
          </Fragment>
        ))}
        {folded && <Rest label={more} items={pages.slice(FOOT)} />}
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
          <LateBell />
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

/** Seen on phones only: the pages that the foot has no room for. */
function Rest({ label, items }: { label: string; items: readonly NavItem[] }) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" className="ho-more" popoverTarget={id}>
        <Icon name="menu" />
        {label}
      </button>
      <div popover="auto" id={id} className="ho-rest" ref={box} onClick={() => box.current?.hidePopover()}>
        <NavLinks items={items} />
      </div>
    </>
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
