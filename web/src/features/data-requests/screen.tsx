/** What patients ask about their own data: taken down, answered in its days, refused with a reason. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useMe } from "@/context/session";
import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Card, PageHeader } from "@/ui/card";
import { SegmentedControl } from "@/ui/choices";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { NewRequest } from "./new-request";
import { RequestCard } from "./request-card";

import "./data-requests.css";

type Which = "open" | "done";

export default function DataRequestsScreen() {
  const me = useMe();
  const [which, setWhich] = useState<Which>("open");
  const [adding, setAdding] = useState(false);
  // Who takes one down has the patient's name before them; the privacy officer never does.
  const mayAdd = me.place === "station";
  const list = useQuery({
    queryKey: ["data-requests", which],
    queryFn: ({ signal }) => ok(api.GET("/api/data-requests", { params: { query: { state: which } }, signal })),
  });
  const requests = list.data?.requests;
  return (
    <div className="main narrow">
      <PageHeader
        title={t("dataRequest.heading")}
        lead={t("dataRequest.lead")}
        actions={
          mayAdd &&
          !adding && (
            <Button tone="primary" icon="file" onClick={() => setAdding(true)}>
              {t("dataRequest.add")}
            </Button>
          )
        }
      />
      {adding && <NewRequest onClose={() => setAdding(false)} />}
      <SegmentedControl
        label={t("dataRequest.filter")}
        choices={[
          { value: "open", label: t("dataRequest.open") },
          { value: "done", label: t("dataRequest.done") },
        ]}
        value={which}
        onChange={setWhich}
      />
      {list.error !== null && <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />}
      {requests === undefined ? (
        list.isPending && <LoadingRows rows={5} />
      ) : requests.length === 0 ? (
        <Card>
          <EmptyState
            icon="check"
            title={t(which === "open" ? "dataRequest.emptyOpen" : "dataRequest.emptyDone")}
            {...(which === "open" && mayAdd && { text: t("dataRequest.emptyOpenText") })}
          />
        </Card>
      ) : (
        <ul className="stack">
          {requests.map((one) => (
            <li key={one.id}>
              <RequestCard one={one} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
