/** For an account that holds no role with screens: what that means, and whom to ask. */
import { t } from "@/lib/i18n";
import { Card, PageHeader } from "@/ui/card";

export default function OtherScreen() {
  return (
    <div className="main narrow">
      <PageHeader title={t("other.titleNone")} lead={t("other.leadNone")} />
      <Card title={t("other.now")}>
        <p>{t("other.askNone")}</p>
      </Card>
    </div>
  );
}
