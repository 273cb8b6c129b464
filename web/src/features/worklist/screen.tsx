/** The specialist's worklist: who calls now, who waits, who is in consult, what is owed. All of it live. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState, type RefObject } from "react";

import { useOpenConsults } from "@/context/consults";
import { useClaim, useRingBoard, type Claim } from "@/context/ring-board";
import { useMe } from "@/context/session";
import { useFrames, useLink } from "@/context/socket";
import { secondText, timeText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { PageHeader } from "@/ui/card";
import { useNow } from "@/ui/clock";
import { Dialog } from "@/ui/dialog";
import { KeyHint, useKeys } from "@/ui/key-hint";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { HeldCard, Lane, OwedCard, RingingCard, WaitingCard } from "./cards";
import { Offered } from "./handover";
import { ShiftCard } from "./shift-card";
import { lanesOf, moved, type Lanes } from "./worklist-state";

import type { Summary } from "@/lib/ring-board";

import "./worklist.css";

export default function WorklistScreen() {
  const me = useMe();
  const consults = useOpenConsults();
  const debts = useDebts();
  const { board, loaded, act } = useRingBoard();
  const { claim, take, forget } = useClaim();
  const now = useNow(10_000);
  const place = useRef<HTMLDivElement>(null);
  const [help, setHelp] = useState(false);

  const lanes = lanesOf(consults.data ?? [], debts.data ?? [], board.rings, me, now);
  const open = (consult: string) => act({ kind: "open", consult });
  const claimOne = (consult: Summary) => {
    forget();
    void take(consult);
  };
  useLaneKeys(place, lanes, claimOne, () => setHelp(true));

  const failed = consults.error ?? debts.error;
  const first = !loaded && consults.isPending;
  const busy = claim.kind === "claiming" ? claim.consult : null;
  return (
    <div className="main wl" ref={place}>
      <PageHeader
        title={t("worklist.heading")}
        lead={first ? t("common.loading") : leadText(lanes)}
        actions={
          <span className="wl-keys">
            <KeyHint keys={["1"]}>{t("worklist.keyTake")}</KeyHint>
            <KeyHint keys={["Enter"]}>{t("worklist.keyOpen")}</KeyHint>
            <KeyHint keys={["↑", "↓"]}>{t("worklist.keyMove")}</KeyHint>
            <KeyHint keys={["?"]}>{t("worklist.keyHelp")}</KeyHint>
          </span>
        }
      />
      <LinkLost since={consults.dataUpdatedAt} />
      {claim.kind === "lost" && <LostClaim claim={claim} onClose={forget} />}
      {lanes.ringing.length > 0 && (
        <section aria-labelledby="wl-ringing">
          <h2 id="wl-ringing" className="wl-lane-head c-danger">
            {t("worklist.ringing")} <span className="count">{lanes.ringing.length}</span>
          </h2>
          <ul className="stack t">
            {lanes.ringing.map((ring, at) => (
              <RingingCard
                key={ring.ring_id}
                ring={ring}
                first={at === 0}
                busy={busy === ring.consult.id}
                onTake={() => claimOne(ring.consult)}
                onOpen={() => open(ring.consult.id)}
              />
            ))}
          </ul>
        </section>
      )}
      <Offered consults={consults.data ?? []} />
      <ShiftCard />
      {failed !== null && (
        <ProblemAlert
          problem={failed}
          onRetry={() => {
            void consults.refetch();
            void debts.refetch();
          }}
        />
      )}
      {first ? (
        <LoadingRows rows={5} />
      ) : (
        <div className="wl-lanes">
          <Lane title={t("worklist.waiting")} icon="clock" count={lanes.waiting.length} empty={t("worklist.noWaiting")}>
            {lanes.waiting.map((found) => (
              <WaitingCard
                key={found.consult.id}
                found={found}
                busy={busy === found.consult.id}
                onTake={() => claimOne(found.consult)}
                onOpen={() => open(found.consult.id)}
              />
            ))}
          </Lane>
          <Lane
            title={t("worklist.inConsult")}
            icon="video"
            count={lanes.inConsult.length}
            empty={t("worklist.noInConsult")}
          >
            {lanes.inConsult.map((consult) => (
              <HeldCard key={consult.id} consult={consult} mine={consult.specialist?.id === me.id} />
            ))}
          </Lane>
          <Lane title={t("worklist.owed")} icon="pen" count={lanes.owed.length} empty={t("worklist.noOwed")}>
            {lanes.owed.map((owed) => (
              <OwedCard key={owed.key} owed={owed} />
            ))}
          </Lane>
        </div>
      )}
      <KeyList open={help} onClose={() => setHelp(false)} />
    </div>
  );
}

function leadText({ ringing, waiting, owed }: Lanes): string {
  const parts = [
    ringing.length > 0 && t("worklist.leadRinging", { n: ringing.length }),
    waiting.length > 0 && t("worklist.leadWaiting", { n: waiting.length }),
    owed.length > 0 && t("worklist.leadOwed", { n: owed.length }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? t("worklist.leadNothing") : parts.join(", ");
}

/** Debts follow from many facts: asked for again when one of them is told. */
function useDebts() {
  const queries = useQueryClient();
  useFrames((frame) => {
    switch (frame.type) {
      case "consult":
      case "minutes":
      case "record":
        void queries.invalidateQueries({ queryKey: ["debts"] });
        break;
      default:
    }
  });
  return useQuery({ queryKey: ["debts"], queryFn: async () => (await ok(api.GET("/api/debts"))).debts });
}

/** `1` takes the case in focus, else the ring on top; arrows walk through all lanes; Enter is the card's own. */
function useLaneKeys(
  place: RefObject<HTMLElement | null>,
  lanes: Lanes,
  take: (consult: Summary) => void,
  help: () => void,
): void {
  const cards = () => [...(place.current?.querySelectorAll<HTMLElement>("[data-case]") ?? [])];
  const focused = () =>
    document.activeElement?.closest("li")?.querySelector<HTMLElement>("[data-case]")?.dataset["case"] ?? null;
  const walk = (by: 1 | -1) => {
    const all = cards();
    const next = moved(
      all.map((card) => card.dataset["case"] ?? ""),
      focused(),
      by,
    );
    all.find((card) => card.dataset["case"] === next)?.focus();
  };
  useKeys({
    "1": () => {
      const id = focused();
      const here = lanes.waiting.find(({ consult }) => consult.id === id)?.consult;
      const ring = lanes.ringing.find(({ consult }) => consult.id === id) ?? lanes.ringing[0];
      const consult = here ?? ring?.consult;
      if (consult) take(consult);
    },
    ArrowDown: () => walk(1),
    ArrowUp: () => walk(-1),
    "?": help,
  });
}

function LinkLost({ since }: { since: number }) {
  const link = useLink();
  if (link.kind !== "reconnecting") return null;
  return (
    <Banner tone="danger" icon="cloudOff" live="alert" title={t("worklist.lostTitle", { at: secondText(link.since) })}>
      {t("worklist.lostText", { at: timeText(since || link.since) })}
    </Banner>
  );
}

function LostClaim({ claim, onClose }: { claim: Extract<Claim, { kind: "lost" }>; onClose: () => void }) {
  if (claim.problem.code !== "consult.already_accepted") {
    return <ProblemAlert problem={claim.problem} />;
  }
  return (
    <Banner
      tone="info"
      icon="check"
      live="alert"
      title={claim.by ? t("ring.takenBy", { who: claim.by }) : t("ring.takenAlready")}
      action={<Button onClick={onClose}>{t("common.close")}</Button>}
    >
      {t("ring.nothingToDo")}
    </Banner>
  );
}

function KeyList({ open, onClose }: { open: boolean; onClose: () => void }) {
  const keys: readonly (readonly [string, string])[] = [
    ["1", t("worklist.keyTakeLong")],
    ["Enter", t("worklist.keyOpenLong")],
    ["↑ ↓", t("worklist.keyMoveLong")],
    ["1 … 5", t("worklist.keySheet")],
    ["Esc", t("worklist.keyFold")],
  ];
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("worklist.keysTitle")}
      footer={<Button onClick={onClose}>{t("common.close")}</Button>}
    >
      <dl className="wl-keylist">
        {keys.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
