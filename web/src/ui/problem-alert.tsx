/** A problem, as a sentence with a way on. Its reference is small, for the administrator. */
import { tryT, t } from "@/lib/i18n";
import { asProblem, type Problem } from "@/lib/problem";

import { Banner } from "./banner";
import { Button } from "./button";

/** The sentence for a problem's code; a code this app does not know gets the sentence of its kind. */
export function problemText(problem: Problem): string {
  const own = tryT(`problem.${problem.code}`, problem.params) ?? tryT(`problemLate.${problem.code}`, problem.params);
  if (own !== null) return own;
  switch (problem.status) {
    case 401:
      return t("problem.unauthenticated");
    case 403:
      return t("problem.denied");
    case 404:
      return t("problem.missing");
    case 409:
      return t("problem.stale");
    case 400:
    case 422:
      return t("problem.invalid");
    case 429:
    case 502:
    case 503:
    case 504:
      return t("problem.busy");
    default:
      return t("problem.other");
  }
}

/** Give it whatever was thrown; null shows nothing. */
export function ProblemAlert({ problem: thrown, onRetry }: { problem: unknown; onRetry?: () => void }) {
  if (thrown === null || thrown === undefined) return null;
  const problem = asProblem(thrown);
  return (
    <Banner
      tone={problem.isLine ? "warn" : "danger"}
      icon={problem.isLine ? "cloudOff" : "alert"}
      live="alert"
      {...(onRetry && {
        action: (
          <Button icon="refresh" onClick={onRetry}>
            {t("common.retry")}
          </Button>
        ),
      })}
    >
      {problemText(problem)}
      {problem.requestId !== null && (
        <small className="ref">{t("common.requestNumber", { id: problem.requestId })}</small>
      )}
    </Banner>
  );
}
