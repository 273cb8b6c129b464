/** The consult's room, for both sides; and what stands there before it opens and after it ended. */
import { useConsult } from "@/context/consults";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { Ended, NoRoom } from "./in-call-later";
import { Room } from "./room";

import type { ConsultId } from "@/wire/ids";

export default function CallScreen({ id }: { id: ConsultId }) {
  const { data: detail, error, refetch } = useConsult(id);
  if (detail === undefined) {
    return (
      <main className="main narrow">
        {error ? <ProblemAlert problem={error} onRetry={() => void refetch()} /> : <LoadingRows />}
      </main>
    );
  }
  const { call } = detail.summary;
  if (call === null) return <NoRoom detail={detail} />;
  if (call.state === "ended") return <Ended detail={detail} endedAt={call.ended_at ?? call.opened_at} />;
  return <Room key={call.id} detail={detail} call={call} />;
}
