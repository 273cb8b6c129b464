/** The code of a case that has not reached the hospital, big enough to be read out. */
import { caseCode } from "@/lib/case-code";
import { t } from "@/lib/i18n";

export function CaseCode({ id }: { id: string }) {
  return (
    <div className="stack t">
      <p>
        {t("away.code")} <b className="num big">{caseCode(id)}</b>
      </p>
      <p className="s">{t("away.codeText")}</p>
    </div>
  );
}
