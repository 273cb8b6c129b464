/** Ask a colleague to swap or take over a shift: who can, then which of theirs in return. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { RadioCards } from "@/ui/choices";
import { ConfirmDialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { postWords, shiftWords } from "@/ui/swap-card";
import { toast } from "@/ui/toast";

import type { Coming } from "./my-shifts-state";
import type { useSwaps } from "@/context/use-swaps";

const NOTHING = "nothing";

export function SwapDialog({
  shift,
  desk,
  onClose,
}: {
  shift: Coming;
  desk: ReturnType<typeof useSwaps>;
  onClose: () => void;
}) {
  const [id] = useState(uuid7);
  const [who, setWho] = useState<string | null>(null);
  const [back, setBack] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const found = useQuery({
    queryKey: ["shifts", shift.id, "partners"],
    queryFn: ({ signal }) => ok(api.GET("/api/shifts/{id}/partners", { params: { path: { id: shift.id } }, signal })),
    staleTime: 0,
  });
  const partners = found.data?.partners ?? [];
  const partner = partners.find(({ person }) => person.id === who);
  const run = () => {
    if (partner === undefined || back === null) return;
    const body = {
      give_id: shift.id,
      take_id: back === NOTHING ? null : back,
      to_id: partner.person.id,
      reason: reason.trim(),
    };
    void desk.propose(id, body).then((sent) => {
      if (!sent) return;
      toast(t("myShifts.sent", { name: partner.person.name }));
      onClose();
    });
  };
  return (
    <ConfirmDialog
      open
      title={t("myShifts.askTitle", { shift: shiftWords(shift) })}
      confirm={partner === undefined ? t("myShifts.send") : t("myShifts.sendTo", { name: partner.person.name })}
      busy={desk.busy !== null}
      disabled={partner === undefined || back === null}
      onConfirm={run}
      onClose={onClose}
    >
      {found.isPending && <LoadingRows rows={4} />}
      <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />
      {found.data?.partners.length === 0 && (
        <EmptyState icon="users" title={t("myShifts.noPartner")} text={t("myShifts.noPartnerText")} />
      )}
      {partners.length > 0 && (
        <RadioCards
          legend={t("myShifts.who")}
          columns="one"
          choices={partners.map(({ person, against, shifts }) => ({
            value: person.id,
            label: person.name,
            disabled: against.length > 0,
            text:
              against.length > 0
                ? against.map((one) => word("partnerAgainst", one)).join(" · ")
                : t("myShifts.hasShifts", { n: shifts.filter((one) => one.against.length === 0).length }),
          }))}
          value={who}
          onChange={(value) => {
            setWho(value);
            setBack(null);
          }}
        />
      )}
      {partner !== undefined && (
        <RadioCards
          legend={t("myShifts.inReturn", { name: partner.person.name })}
          columns="one"
          choices={[
            { value: NOTHING, label: t("myShifts.nothing"), text: t("myShifts.nothingText") },
            ...partner.shifts.map((one) => ({
              value: one.id,
              label: shiftWords(one),
              disabled: one.against.length > 0,
              text:
                one.against.length > 0 ? one.against.map((why) => word("ownAgainst", why)).join(" · ") : postWords(one),
            })),
          ]}
          value={back}
          onChange={setBack}
        />
      )}
      {partner !== undefined && (
        <>
          <TextField
            label={t("myShifts.reason")}
            note={t("myShifts.optional")}
            value={reason}
            maxLength={500}
            onText={setReason}
          />
          <Banner tone="info">{t("myShifts.how", { name: partner.person.name })}</Banner>
        </>
      )}
      <ProblemAlert problem={desk.fault} />
    </ConfirmDialog>
  );
}
