/** Opens one case that is not one's own, for a reason; below, what is open now. */
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Link, useLocation } from "wouter";

import { groundsOf, isOfCase, useOpenedCases, type Ground } from "@/context/accesses";
import { useMe } from "@/context/session";
import { useAct } from "@/context/use-act";
import { whenText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { Card, PageHeader } from "@/ui/card";

import { OpenForm } from "./open-form";

export default function OpenCaseScreen() {
  const me = useMe();
  const grounds = groundsOf(me.grants);
  const emergency = grounds.includes("emergency");
  const opened = useOpenedCases();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const act = useAct();
  const [free, setFree] = useState<string | null>(null);
  // The same words sent again on a bad line are the same opening.
  const id = useRef({ words: "", id: "" });

  const open = (said: { code: string; ground: Ground; reason: string }) => {
    const words = JSON.stringify(said);
    if (id.current.words !== words) id.current = { words, id: uuid7() };
    setFree(null);
    void act.run("open", async () => {
      const body = { consult_code: said.code, ground: said.ground, reason: said.reason };
      const answer = await ok(api.PUT("/api/accesses/{id}", { params: { path: { id: id.current.id } }, body }));
      if (!answer.needed) {
        setFree(answer.code);
        return;
      }
      await queries.resetQueries({ predicate: ({ queryKey }) => isOfCase(queryKey, answer.consult_id) });
      await queries.invalidateQueries({ queryKey: ["accesses"] });
      go(`/opened/${answer.consult_id}`);
    });
  };

  return (
    <div className="main narrow">
      <PageHeader
        title={t(emergency ? "access.headingEmergency" : "access.headingPurpose")}
        lead={t(emergency ? "access.leadEmergency" : "access.leadPurpose")}
      />
      <Card>
        <OpenForm grounds={grounds} busy={act.busy !== null} problem={act.problem} onOpen={open} />
      </Card>
      {free !== null && (
        <Banner tone="info" live="status">
          {t("access.notNeeded", { code: free })}
        </Banner>
      )}
      <Card title={t("access.nowTitle")}>
        {(opened.data?.running.length ?? 0) === 0 ? (
          <p className="mut">{t("access.nowNone")}</p>
        ) : (
          <ul className="stack">
            {opened.data?.running.map((one) => (
              <li key={one.id} className="row">
                <span className="sp">
                  <b>{one.code}</b> · {word("accessGround", one.ground)}
                  <br />
                  <small>{one.until_at !== null && t("access.openedUntil", { at: whenText(one.until_at) })}</small>
                </span>
                <Link href={`/opened/${one.consult_id}`} className="btn">
                  {t("access.look", { code: one.code })}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}
