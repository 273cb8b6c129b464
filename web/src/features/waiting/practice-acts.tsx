/** All that one does with a case for training: end it. */
import { useConsultNews } from "@/context/consults";
import { useAct } from "@/context/use-act";
import { endPractice, type Summary } from "@/lib/consult-api";
import { t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { ProblemAlert } from "@/ui/problem-alert";

export default function PracticeActs({ summary }: { summary: Summary }) {
  const { keep } = useConsultNews();
  const act = useAct();
  return (
    <>
      <Banner tone="info">{t("consult.practiceText")}</Banner>
      <div className="row wt-acts">
        <Button
          busy={act.busy === "end"}
          onClick={() => void act.run("end", async () => keep(await endPractice(summary.id)))}
        >
          {t("consult.practiceEnd")}
        </Button>
      </div>
      <ProblemAlert problem={act.problem} />
    </>
  );
}
