/** The password was somebody else's choice: before any record a new one is set. */
import { useQuery } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";

import { useMe, useSession } from "@/context/session";
import { useAct } from "@/context/use-act";
import { usePageTitle } from "@/context/use-page-title";
import { renew } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { asProblem } from "@/lib/problem";
import { Button } from "@/ui/button";
import { lengthOf, NewPassword, passwordFault } from "@/ui/new-password";
import { ProblemAlert } from "@/ui/problem-alert";

import { OwnPassword } from "./parts";
import { changePassword, fetchSecurity } from "./security-api";

import "./my-security.css";

/** Where the server does not answer: the longest it asks for. */
const LEAST = 14;

export default function MustChange() {
  usePageTitle("title.security");
  const me = useMe();
  const { signOut } = useSession();
  const { data } = useQuery({ queryKey: ["security"], queryFn: fetchSecurity });
  const { busy, problem, run } = useAct();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const least = data?.min_password ?? LEAST;
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    if (current === "" || lengthOf(next) < least) return;
    void run("change", async () => {
      await changePassword(current, next);
      // The answer no longer asks for it, and the screens open.
      await renew();
    });
  };
  const wrong = problem !== null && asProblem(problem).code === "wrong_password";
  return (
    <main className="main sec-must">
      <form className="card stack sec-form" onSubmit={send} noValidate>
        <div>
          <h1>{t("security.mustTitle")}</h1>
          <p className="mut">{t("security.mustText", { name: me.name })}</p>
        </div>
        <OwnPassword value={current} onText={setCurrent} problem={problem} label={t("security.passwordGiven")} />
        <NewPassword value={next} onText={setNext} least={least} problem={problem} />
        {!wrong && passwordFault(problem) === null && <ProblemAlert problem={problem} />}
        <Button
          type="submit"
          tone="primary"
          size="lg"
          wide
          busy={busy !== null}
          disabled={current === "" || lengthOf(next) < least}
        >
          {t("security.passwordDo")}
        </Button>
        <Button tone="quiet" wide onClick={() => void signOut()}>
          {t("shell.signOut")}
        </Button>
      </form>
    </main>
  );
}
