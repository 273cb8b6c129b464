/** Which of the three steps this is; 4: all done. */
import { t } from "@/lib/i18n";
import { Icon } from "@/ui/icon";

export function Stepper({ step }: { step: 1 | 2 | 3 | 4 }) {
  return (
    <ol className="stepper" aria-label={t("decision.steps")}>
      {([1, 2, 3] as const).map((n) => (
        <li key={n} className={n < step ? "done" : undefined} aria-current={n === step ? "step" : undefined}>
          {n < step ? (
            <>
              <Icon name="check" size="sm" />
              <span className="vh">{t("decision.doneStep")}</span>
            </>
          ) : (
            <span>{n}</span>
          )}
          <span>{t(`decision.step${n}`)}</span>
        </li>
      ))}
    </ol>
  );
}
