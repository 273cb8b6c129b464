/** Other systems: the keys they read with, and the addresses that are told of facts. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { PageHeader, Section } from "@/ui/card";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { readDesk } from "./exchange-api";
import { inOrder } from "./exchange-state";
import { HookCard } from "./hook-card";
import { HookDialog } from "./hook-dialog";
import { KeyCard } from "./key-card";
import { KeyDialog } from "./key-dialog";
import { ShownOnce } from "./shown-once";

import "./exchange.css";

type Opened = "key" | "hook" | null;

export default function ExchangeScreen() {
  const queries = useQueryClient();
  const [opened, setOpened] = useState<Opened>(null);
  const [secret, setSecret] = useState<{ title: string; text: string } | null>(null);
  const desk = useQuery({ queryKey: ["exchange"], queryFn: ({ signal }) => readDesk(signal) });
  const again = () => void queries.invalidateQueries({ queryKey: ["exchange"] });
  const made = (title: string) => (text: string | null) => {
    setOpened(null);
    again();
    if (text !== null) setSecret({ title, text });
  };
  const { data } = desk;
  return (
    <div className="main ex-page">
      <PageHeader title={t("exchange.heading")} lead={t("exchange.lead")} />
      {desk.error !== null && <ProblemAlert problem={desk.error} onRetry={() => void desk.refetch()} />}
      {data === undefined ? (
        desk.isPending && <LoadingRows rows={6} />
      ) : (
        <>
          <Section
            title={t("exchange.keys")}
            aside={
              <Button icon="plus" onClick={() => setOpened("key")}>
                {t("exchange.newKey")}
              </Button>
            }
          >
            {data.keys.length === 0 ? (
              <EmptyState icon="key" title={t("exchange.noKeys")} text={t("exchange.noKeysText")} />
            ) : (
              <ul className="ex-list" aria-label={t("exchange.keys")}>
                {inOrder(data.keys).map((key) => (
                  <KeyCard key={key.id} one={key} onChanged={again} />
                ))}
              </ul>
            )}
          </Section>
          <Section
            title={t("exchange.hooks")}
            aside={
              <Button icon="plus" onClick={() => setOpened("hook")}>
                {t("exchange.newHook")}
              </Button>
            }
          >
            {data.hooks.length === 0 ? (
              <EmptyState icon="send" title={t("exchange.noHooks")} text={t("exchange.noHooksText")} />
            ) : (
              <ul className="ex-list" aria-label={t("exchange.hooks")}>
                {data.hooks.map((hook) => (
                  <HookCard key={hook.id} one={hook} onChanged={again} onSecret={made(t("exchange.secretMade"))} />
                ))}
              </ul>
            )}
          </Section>
          {opened === "key" && (
            <KeyDialog
              facilities={data.facilities}
              onMade={made(t("exchange.keyMade"))}
              onClose={() => setOpened(null)}
            />
          )}
          {opened === "hook" && (
            <HookDialog
              facilities={data.facilities}
              onMade={made(t("exchange.hookMade"))}
              onClose={() => setOpened(null)}
            />
          )}
        </>
      )}
      {secret !== null && <ShownOnce title={secret.title} secret={secret.text} onClose={() => setSecret(null)} />}
    </div>
  );
}
