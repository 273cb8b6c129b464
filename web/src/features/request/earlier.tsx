/** Earlier consults of the patient who was chosen, beside the request: what was asked, and where to read the answer. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";

import { shortText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";

export default function Earlier({ patient, but }: { patient: string; but: string }) {
  const { data } = useQuery({
    queryKey: ["patient", patient, "consults"],
    queryFn: () => ok(api.GET("/api/patients/{id}/consults", { params: { path: { id: patient } } })),
  });
  const found = data?.consults.filter((one) => one.id !== but) ?? [];
  if (data === undefined) return null;
  return (
    <details className="more" open={found.length > 0 || undefined}>
      <summary>{t("guard.earlier")}</summary>
      {found.length === 0 && <p className="mut">{t("guard.earlierNone")}</p>}
      <ul className="stack t">
        {found.map((one) => (
          <li key={one.id}>
            <Link href={`/consults/${one.id}/waiting`} className="link">
              {shortText(one.sent_at ?? one.created_at)} · {word("specialty", one.specialty)}
            </Link>{" "}
            {one.reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
