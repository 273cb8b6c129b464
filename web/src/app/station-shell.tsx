/** The station's frame: a head with place, link and person; below 1180 px the navigation moves to the foot. */
import { Link } from "wouter";

import { useMe } from "@/context/session";
import { t } from "@/lib/i18n";
import { Icon } from "@/ui/icon";
import { Toasts } from "@/ui/toast";

import { OpenedCases } from "./opened-routes";
import { Account, LateBell, LinkNow, NavLinks, SkipLink, useFreshPage, type NavItem } from "./shell-parts";

import type { TitleKey } from "@/context/use-page-title";

import "./shell.css";

/** `task`: a screen with one job shows its name and a way back instead of the navigation. */
export function StationShell({ task, children }: { task?: TitleKey; children: React.ReactNode }) {
  const me = useMe();
  const main = useFreshPage();
  const nav: NavItem[] = [
    { to: "/", icon: "home", label: t("shell.home") },
    { to: "/patients", icon: "users", label: t("title.patients") },
    { to: "/request", icon: "video", label: t("shell.request") },
    { to: "/emergency", icon: "siren", label: t("shell.emergency") },
  ];
  return (
    <div className="station">
      <SkipLink />
      <header className="st-top">
        {task === undefined ? (
          <>
            <span className="mark">{t("common.appName")}</span>
            <span className="site">
              {me.grant?.facility.name}
              <small className="only-s">{me.name}</small>
            </span>
            <nav className="st-nav" aria-label={t("shell.main")}>
              <NavLinks items={nav} />
            </nav>
          </>
        ) : (
          <>
            <Link href="/" className="btn quiet sq" aria-label={t("common.back")}>
              <Icon name="left" />
            </Link>
            <span className="site">
              {t(task)}
              <small className="only-s">{me.name}</small>
            </span>
          </>
        )}
        <span className="sp" />
        <LinkNow />
        <LateBell />
        <Account />
      </header>
      <OpenedCases />
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      {task === undefined && (
        <nav className="bottomnav" aria-label={t("shell.main")}>
          <NavLinks items={nav} />
        </nav>
      )}
      <Toasts />
    </div>
  );
}
