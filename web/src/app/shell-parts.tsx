/** What both frames hold: who is signed in, the link in words, the way to the content. */
import { useEffect, useId, useRef, useState, type ComponentType } from "react";
import { Link, useLocation } from "wouter";

import { groundsOf } from "@/context/accesses";
import { useSession, useSignedIn, type Me } from "@/context/session";
import { useLink } from "@/context/socket";
import { timeText } from "@/lib/clock";
import { currentLanguage, setLanguage, t, word } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Icon, type IconName } from "@/ui/icon";
import { KeyHint } from "@/ui/key-hint";
import { LinkWords } from "@/ui/link-words";
import { Avatar } from "@/ui/tags";

/** Round trips of the heartbeat above which picture, then anything but voice, will suffer. */
const WEAK_FROM_MS = 500;
const POOR_FROM_MS = 1_200;

export function LinkNow() {
  const link = useLink();
  switch (link.kind) {
    case "connecting":
      return <LinkWords level="connecting" words={t("shell.linkConnecting")} />;
    case "reconnecting":
      return <LinkWords level="lost" words={t("shell.linkLost", { time: timeText(link.since) })} />;
    case "closed":
      return null;
    case "open":
      if (link.rttMs !== null && link.rttMs >= POOR_FROM_MS)
        return <LinkWords level="poor" words={t("shell.linkPoor")} />;
      if (link.rttMs !== null && link.rttMs >= WEAK_FROM_MS)
        return <LinkWords level="weak" words={t("shell.linkWeak")} />;
      return <LinkWords level="good" words={t("shell.linkGood")} />;
  }
}

/** It comes after what one opened the page for. */
const BELL_AFTER_MS = 2_500;
const fetched: { bell: ComponentType | null } = { bell: null };

/** The place of the bell; without a line there is none, and nothing else is missing. */
export function LateBell() {
  const [Bell, show] = useState(() => fetched.bell);
  useEffect(() => {
    if (Bell !== null) return;
    const bring = async () => {
      const { fetchBell } = await import("./bell");
      fetched.bell = (await fetchBell()).default;
      show(() => fetched.bell);
    };
    const timer = setTimeout(() => void bring().catch(() => undefined), BELL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [Bell]);
  return <span className="late-bell">{Bell && <Bell />}</span>;
}

/** Who is signed in, always readable; a tap opens what can be done about it. */
export function Account() {
  const { me, shared } = useSignedIn();
  const { signOut, lock } = useSession();
  const [, go] = useLocation();
  const menu = useId();
  const box = useRef<HTMLDivElement>(null);
  const said = me.grant === null ? word("profession", me.profession) : word("role", me.grant.role);
  const other = currentLanguage() === "vi" ? "en" : "vi";
  return (
    <>
      <button type="button" className="me" popoverTarget={menu}>
        <Avatar name={me.name} />
        {/* A label of its own would contradict what is seen; on a phone only the initials are. */}
        <span className="vh">{t("shell.account", { name: me.name })}</span>
        <span aria-hidden="true">
          {me.name}
          <small>{said}</small>
        </span>
      </button>
      <div popover="auto" id={menu} className="account" ref={box}>
        <p className="lab">{me.name}</p>
        <small>
          {said}
          {me.grant !== null && ` · ${me.grant.facility.name}`}
        </small>
        {shared && (
          <Button icon="swap" wide onClick={() => lock("switch")}>
            {t("shell.switchUser")} <KeyHint keys={["Alt", "U"]} />
          </Button>
        )}
        <Button icon="lock" wide onClick={() => lock("asked")}>
          {t("shell.lockNow")} <KeyHint keys={["Alt", "L"]} />
        </Button>
        <Button
          icon="shield"
          wide
          onClick={() => {
            box.current?.hidePopover();
            go("/security");
          }}
        >
          {t("shell.security")}
        </Button>
        {ways(me).map(({ to, icon, label }) => (
          <Button
            key={to}
            icon={icon}
            wide
            onClick={() => {
              box.current?.hidePopover();
              go(to);
            }}
          >
            {label}
          </Button>
        ))}
        <Button
          tone="quiet"
          wide
          lang={other}
          onClick={() => {
            localStorage.setItem("telemed.language", other);
            void setLanguage(other);
          }}
        >
          {other === "en" ? "English" : "Tiếng Việt"}
        </Button>
        <Button
          icon="leave"
          tone="quiet"
          wide
          onClick={() => {
            void signOut();
            // The next person must not land on this one's page.
            go("/sign-in", { replace: true });
          }}
        >
          {t("shell.signOut")}
        </Button>
        <small>{t("shell.signOutWarning")}</small>
      </div>
    </>
  );
}

/** What is needed rarely, and then at once or by few: not in the navigation. */
function ways(me: Me): NavItem[] {
  const grounds = groundsOf(me.grants);
  const label = t(grounds.includes("emergency") ? "shell.openEmergency" : "shell.openPurpose");
  return [
    ...(grounds.length > 0 ? [{ to: "/open-case", icon: "eye", label } as const] : []),
    ...(me.place === "station"
      ? [{ to: "/data-requests", icon: "file", label: t("shell.dataRequests") } as const]
      : []),
  ];
}

export interface NavItem {
  readonly to: string;
  readonly icon: IconName;
  readonly label: string;
}

export function NavLinks({ items }: { items: readonly NavItem[] }) {
  const [at] = useLocation();
  return items.map(({ to, icon, label }) => (
    <Link key={to} href={to} aria-current={at === to || (to !== "/" && at.startsWith(`${to}/`)) ? "page" : undefined}>
      <Icon name={icon} />
      {label}
    </Link>
  ));
}

export function SkipLink() {
  return (
    <a href="#main" className="skip">
      {t("common.skipToMain")}
    </a>
  );
}

/** A new address is a new page: readers start at its head, eyes at its top. Answers the ref for `<main>`. */
export function useFreshPage() {
  const main = useRef<HTMLElement>(null);
  const [at] = useLocation();
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    main.current?.focus({ preventScroll: true });
    globalThis.scrollTo(0, 0);
  }, [at]);
  return main;
}
