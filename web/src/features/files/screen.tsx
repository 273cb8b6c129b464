/** “Ảnh và tệp”: all files of one case, for either end. */
import { useConsult } from "@/context/consults";
import { useCaseFiles } from "@/context/use-case-files";
import { t } from "@/lib/i18n";
import { subjectText } from "@/lib/patient";
import { PageHeader } from "@/ui/card";
import { KnownFiles } from "@/ui/case-files/known";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import type { Summary } from "@/lib/consult-api";
import type { ConsultId } from "@/wire/ids";

export default function FilesScreen({ id }: { id: ConsultId }) {
  const consult = useConsult(id);
  if (consult.data !== undefined) return <OfCase summary={consult.data.summary} />;
  return (
    <div className="main">
      {consult.isError ? (
        <ProblemAlert problem={consult.error} onRetry={() => void consult.refetch()} />
      ) : (
        <LoadingRows rows={6} />
      )}
    </div>
  );
}

function OfCase({ summary }: { summary: Summary }) {
  const known = useCaseFiles(summary);
  return (
    <div className="main">
      <PageHeader
        title={t("files.title")}
        lead={`${subjectText(summary.subject, false)} · ${summary.reason || summary.code}`}
      />
      <KnownFiles known={known} />
    </div>
  );
}
