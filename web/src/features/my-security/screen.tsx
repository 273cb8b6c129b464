/** One's own security: what stands between somebody else and this account, and where it is open. */
import { useQuery } from "@tanstack/react-query";

import { useSignedIn } from "@/context/session";
import { whenText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { PageHeader } from "@/ui/card";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { PasswordPart } from "./password-part";
import { PlacesPart } from "./places-part";
import { SecondPart } from "./second-part";
import { fetchSecurity } from "./security-api";

import "./my-security.css";

export default function MySecurityScreen() {
  const { me, notices } = useSignedIn();
  const { data, error, refetch } = useQuery({ queryKey: ["security"], queryFn: fetchSecurity });
  const again = () => void refetch();
  return (
    <div className="main narrow">
      <PageHeader title={t("security.title")} lead={t("security.lead", { name: me.name })} />
      {notices.map((notice) => (
        <Banner key={notice.at} tone="warn" title={t("security.reusedTitle", { at: whenText(notice.at) })}>
          {t("security.reusedText")}
        </Banner>
      ))}
      {data === undefined ? (
        error ? (
          <ProblemAlert problem={error} onRetry={again} />
        ) : (
          <LoadingRows rows={6} />
        )
      ) : (
        <>
          <PasswordPart security={data} onChanged={again} />
          <SecondPart security={data} onChanged={again} />
          <PlacesPart security={data} onChanged={again} />
        </>
      )}
    </div>
  );
}
