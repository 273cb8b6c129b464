/** Whether the trail is whole: the finding first, then its figures; a check on its way, and what it found broken. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef } from "react";

import { dateText, dayText, numberText, secondText, serverNow } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { Button, ButtonLink } from "@/ui/button";
import { Icon, type IconName } from "@/ui/icon";
import { KeyValues, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { beginCheck, getChain, stopCheck } from "./audit-api";
import { brokenTitle, chainLook, momentText, secondsText, shortHash, type Chain } from "./audit-state";

import type { ReactNode } from "react";

const LOOK_EVERY_MS = 700;
/** Some rows always wait for the next second; so many wait for a sealer that stands still. */
const STUCK_FROM = 100;

export function ChainCard() {
  const queries = useQueryClient();
  const chain = useQuery({
    queryKey: ["audit-chain"],
    queryFn: getChain,
    refetchInterval: (query) => (query.state.data?.checking ? LOOK_EVERY_MS : false),
  });
  const keep = (now: Chain) => queries.setQueryData(["audit-chain"], now);
  const check = useMutation({ mutationFn: beginCheck, onSuccess: keep });
  const stop = useMutation({ mutationFn: stopCheck, onSuccess: keep });
  const { data } = chain;

  // Whoever opens the page wants the answer: the first look since the server began is its question.
  const asked = useRef(false);
  const unasked = data !== undefined && chainLook(data).kind === "unchecked";
  const { mutate } = check;
  useEffect(() => {
    if (!unasked || asked.current) return;
    asked.current = true;
    mutate();
  }, [unasked, mutate]);

  if (data === undefined) {
    return chain.isPending ? (
      <div className="card">
        <LoadingRows rows={2} />
      </div>
    ) : (
      <ProblemAlert problem={chain.error} onRetry={() => void chain.refetch()} />
    );
  }
  return (
    <>
      <ProblemAlert problem={check.error ?? stop.error} />
      <Found
        chain={data}
        busy={check.isPending || stop.isPending}
        onCheck={() => {
          asked.current = true;
          mutate();
        }}
        onStop={() => {
          asked.current = true;
          stop.mutate();
        }}
      />
    </>
  );
}

interface FoundProps {
  readonly chain: Chain;
  readonly busy: boolean;
  readonly onCheck: () => void;
  readonly onStop: () => void;
}

function Found({ chain, busy, onCheck, onStop }: FoundProps) {
  const look = chainLook(chain);
  const now = serverNow();
  switch (look.kind) {
    case "checking":
      return <Checking done={look.done} total={look.total || chain.sealed} busy={busy} onStop={onStop} />;
    case "broken":
      return <Broken chain={chain} busy={busy} onCheck={onCheck} />;
    case "whole":
      return (
        <Verdict
          tone="ok"
          icon="check"
          title={t("audit.whole")}
          actions={<Acts chain={chain} busy={busy} onCheck={onCheck} />}
        >
          {chain.first_at !== null && chain.checked_at !== null && (
            <p>
              {t("audit.wholeText", {
                n: numberText(chain.checked_rows ?? 0),
                from: dateText(chain.first_at),
                at: momentText(chain.checked_at, now),
                took: secondsText(chain.took_ms ?? 0),
              })}
            </p>
          )}
          {(chain.waiting ?? 0) > STUCK_FROM && (
            <p className="c-warn">{t("audit.waiting", { n: numberText(chain.waiting ?? 0) })}</p>
          )}
          {chain.head !== null && (
            <p>
              {t("audit.headNow")} <span className="au-mono">{shortHash(chain.head.hash)}</span>
            </p>
          )}
        </Verdict>
      );
    case "failed":
      return (
        <Verdict
          tone="warn"
          icon="alert"
          title={t("audit.failed")}
          actions={<Acts chain={chain} busy={busy} onCheck={onCheck} />}
        >
          <p>{t("audit.failedText")}</p>
        </Verdict>
      );
    case "unchecked":
      return (
        <Verdict
          tone="plain"
          icon="shield"
          title={t("audit.unchecked")}
          actions={<Acts chain={chain} busy={busy} onCheck={onCheck} />}
        >
          <p>{t("audit.uncheckedText", { n: numberText(chain.sealed) })}</p>
        </Verdict>
      );
  }
}

function Verdict({
  tone,
  icon,
  title,
  actions,
  children,
}: {
  tone: "ok" | "danger" | "warn" | "plain";
  icon: IconName;
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={`card au-chain ${tone}`} aria-label={t("audit.chain")}>
      <span className="au-sign">
        <Icon name={icon} />
      </span>
      <div className="au-said">
        <h2 aria-live="polite">{title}</h2>
        <div className="mut">{children}</div>
      </div>
      {actions !== undefined && <div className="row au-acts noprint">{actions}</div>}
    </section>
  );
}

function Acts({ chain, busy, onCheck }: Pick<FoundProps, "chain" | "busy" | "onCheck">) {
  return (
    <>
      {chain.head !== null && (
        <ButtonLink size="compact" icon="print" to="/audit/heads">
          {t("audit.printHead")}
        </ButtonLink>
      )}
      <Button size="compact" icon="refresh" busy={busy} onClick={onCheck}>
        {t(chain.ok === null ? "audit.check" : "audit.again")}
      </Button>
    </>
  );
}

function Checking({ done, total, busy, onStop }: { done: number; total: number; busy: boolean; onStop: () => void }) {
  const id = useId();
  const share = total === 0 ? 0 : Math.round((100 * done) / total);
  return (
    <section className="card stack m" aria-labelledby={id} aria-busy="true">
      <div className="row">
        <h2 id={id} className="sp">
          {t("audit.checking")}
        </h2>
        <b className="num">{t("audit.progress", { done: numberText(done), total: numberText(total) })}</b>
      </div>
      <div
        className="meter au-meter"
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
      >
        <i style={{ width: `${share}%` }} />
      </div>
      <div className="row noprint">
        <Button size="compact" busy={busy} onClick={onStop}>
          {t("audit.stop")}
        </Button>
      </div>
    </section>
  );
}

function Broken({ chain, busy, onCheck }: Pick<FoundProps, "chain" | "busy" | "onCheck">) {
  const { broken } = chain;
  if (broken === null) return null;
  const facts: [string, ReactNode][] = [
    [t("audit.before"), t("audit.beforeText", { n: numberText(broken.whole_rows) })],
  ];
  if (broken.at !== null && broken.n !== null) {
    const at = `${dateText(broken.at)} ${secondText(broken.at)}`;
    facts.push([`${t("audit.row")} ${numberText(broken.n)}`, t("audit.rowText", { at })]);
  }
  if (broken.kept !== null) facts.push([t("audit.kept"), <Mono key="kept" hash={broken.kept} />]);
  if (broken.calculated !== null)
    facts.push([t("audit.calculated"), <Mono key="calculated" hash={broken.calculated} danger />]);
  if (broken.trusted_day !== null)
    facts.push([
      t("audit.trusted", { day: dayText(broken.trusted_day) }),
      t("audit.trustedText", { n: numberText(broken.trusted_n ?? 0) }),
    ]);
  return (
    <section className="card flush danger" aria-label={t("audit.chain")} role="alert">
      <div className="au-chain au-head danger">
        <span className="au-sign">
          <Icon name="x" />
        </span>
        <div className="au-said">
          <h2 className="c-danger">{brokenTitle(broken)}</h2>
          <p className="mut">{t(`audit.why_${broken.kind}`)}</p>
        </div>
      </div>
      <div className="stack m au-body">
        <KeyValues items={facts} />
        <p>{t("audit.brokenNext")}</p>
        <div className="row noprint">
          <Acts chain={chain} busy={busy} onCheck={onCheck} />
        </div>
      </div>
    </section>
  );
}

function Mono({ hash, danger = false }: { hash: string; danger?: boolean }) {
  return <span className={danger ? "au-mono c-danger" : "au-mono"}>{shortHash(hash)}</span>;
}
