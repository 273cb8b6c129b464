/** What both frames hold: who is signed in, the link in words, the way to the content. */
import { lazy, Suspense, useEffect, useId, useRef, useState, type ComponentType } from "react";
import { Link, useLocation } from "wouter";

import { useSignedIn } from "@/context/session";
import { useLink } from "@/context/socket";
import { timeText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { Icon, type IconName } from "@/ui/icon";
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

const Menu = lazy(() => import("./account-menu"));

/** Who is signed in, always readable; a tap opens what can be done about it. */
export function Account() {
  const { me } = useSignedIn();
  const menu = useId();
  const [opened, setOpened] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const said = me.grant === null ? word("profession", me.profession) : word("role", me.grant.role);
  return (
    <>
      <button type="button" className="me" popoverTarget={menu} onClick={() => setOpened(true)}>
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
        {opened && (
          <Suspense>
            <Menu onGone={() => box.current?.hidePopover()} />
          </Suspense>
        )}
      </div>
    </>
  );
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
