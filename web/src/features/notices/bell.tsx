/** The bell of both frames: what this person was told of duty, newest first; a tap goes to where it is dealt with. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { useLocation } from "wouter";

import { dutyRightsOf } from "@/context/duty-rights";
import { pushServer } from "@/context/push-server";
import { useMe } from "@/context/session";
import { useFrames } from "@/context/socket";
import { useAct } from "@/context/use-act";
import { useWorkerNews } from "@/context/use-worker-news";
import { whenText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { keepPush } from "@/lib/push";
import { Button } from "@/ui/button";
import { Icon } from "@/ui/icon";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";

import { countText, noticeSign, noticeText, noticeWay, pressing, type Notice, type Reader } from "./notice-state";

import type { Schema } from "@/wire/schema";

import "./notices.css";

const KEY = ["notices"] as const;
/** What notices speak of: a page that shows it reads it anew. */
const TOLD_OF = ["swaps", "shifts", "roster", "coverage", "rotations"] as const;

export default function Bell() {
  const me = useMe();
  const rights = dutyRightsOf(me.grants);
  const reader: Reader = { station: me.place === "station", ...rights };
  const { notices, unseen, problem, older, loading } = useNotices();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const panel = useId();
  const box = useRef<HTMLDivElement>(null);
  const [, go] = useLocation();
  const see = useSee();
  useKeptPush(me.id);

  const opened = (open: boolean) => {
    if (!open) return;
    // What was new stays marked until the list is closed, or nobody could tell it from the rest.
    setFresh(new Set(notices.filter((notice) => notice.seen_at === null).map(({ id }) => id)));
    const [newest] = notices;
    if (unseen > 0 && newest) see(newest.id);
  };
  return (
    <>
      <button type="button" className="btn quiet sq nt-bell" popoverTarget={panel}>
        <Icon name="bell" />
        <span className="vh">{unseen > 0 ? t("notices.bellUnseen", { n: unseen }) : t("notices.bell")}</span>
        {unseen > 0 && (
          <span className="nt-count" aria-hidden="true">
            {countText(unseen)}
          </span>
        )}
      </button>
      <div
        popover="auto"
        id={panel}
        ref={box}
        className="nt-panel"
        role="dialog"
        aria-label={t("notices.heading")}
        onToggle={(event) => opened(event.newState === "open")}
      >
        <h2 className="nt-head">{t("notices.heading")}</h2>
        {loading && <LoadingRows rows={3} />}
        <ProblemAlert problem={problem} />
        {!loading && notices.length === 0 && problem === null && <p className="mut nt-none">{t("notices.none")}</p>}
        <ul>
          {notices.map((notice) => (
            <Line
              key={notice.id}
              notice={notice}
              fresh={fresh.has(notice.id) || notice.seen_at === null}
              to={noticeWay(notice, reader)}
              onGo={(to) => {
                box.current?.hidePopover();
                go(to);
              }}
            />
          ))}
        </ul>
        {older !== null && (
          <Button tone="quiet" wide busy={older.busy} onClick={older.ask}>
            {t("notices.older")}
          </Button>
        )}
      </div>
    </>
  );
}

function Line({
  notice,
  fresh,
  to,
  onGo,
}: {
  notice: Notice;
  fresh: boolean;
  to: string | null;
  onGo: (to: string) => void;
}) {
  const body = (
    <>
      <Icon name={noticeSign(notice)} />
      <span className="sp">
        {noticeText(notice)}
        <small>
          {whenText(notice.made_at)}
          {fresh && <b className="nt-new"> · {t("notices.new")}</b>}
        </small>
      </span>
      {to !== null && <Icon name="right" size="sm" />}
    </>
  );
  const look = `nt-line${fresh ? " new" : ""}${pressing(notice) ? " pressing" : ""}`;
  return (
    <li>
      {to === null ? (
        <div className={look}>{body}</div>
      ) : (
        <button type="button" className={look} onClick={() => onGo(to)}>
          {body}
        </button>
      )}
    </li>
  );
}

const fetchPage = (before: string | null) =>
  ok(api.GET("/api/notices", { params: { query: before === null ? {} : { before } } }));

function useNotices() {
  const queries = useQueryClient();
  const newest = useQuery({ queryKey: KEY, queryFn: () => fetchPage(null) });
  const [before, setBefore] = useState<readonly Schema<"NoticeList">[]>([]);
  const { busy, problem, run } = useAct();
  const told = useRef<string | null>(null);
  useFrames((frame) => {
    if (frame.type !== "notice") return;
    told.current = frame.id;
    for (const key of [...KEY, ...TOLD_OF]) void queries.invalidateQueries({ queryKey: [key] });
  });
  const first = newest.data?.notices[0];
  useEffect(() => {
    // Said once, when its sentence has come.
    if (first === undefined || first.id !== told.current) return;
    told.current = null;
    toast(noticeText(first));
  }, [first]);
  const pages = [...(newest.data ? [newest.data] : []), ...before];
  const older = pages.at(-1)?.older ?? null;
  // Something new moves the first page on: what stood at its end then stands in the next one too.
  const notices = [...new Map(pages.flatMap((page) => page.notices).map((notice) => [notice.id, notice])).values()];
  return {
    notices,
    unseen: newest.data?.unseen ?? 0,
    problem: newest.error ?? problem,
    loading: newest.isPending,
    older:
      older === null
        ? null
        : {
            busy: busy !== null,
            ask: () => void run("older", async () => setBefore([...before, await fetchPage(older)])),
          },
  };
}

function useSee(): (newest: string) => void {
  const queries = useQueryClient();
  return (newest) => {
    // Not seen as long as the server does not know it: the count then simply stays.
    void ok(api.POST("/api/notices/seen", { body: { up_to: newest } })).then(
      () => queries.invalidateQueries({ queryKey: KEY }),
      () => undefined,
    );
  };
}

/** A browser that was made reachable stays so: under a new address, and for nobody else who signs in here. */
function useKeptPush(person: string): void {
  useEffect(() => void keepPush(person, pushServer).catch(() => undefined), [person]);
  useWorkerNews((news) => {
    if (news.kind === "renew") void keepPush(person, pushServer).catch(() => undefined);
    return null;
  });
}
