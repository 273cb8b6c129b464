/** Before sending: what this kind of case still lacks, by name, and the words that let it pass all the same. */
import { t } from "@/lib/i18n";
import { lackText, SHORTEST_REASON, type Template } from "@/lib/request-templates";
import { Banner } from "@/ui/banner";
import { TextField } from "@/ui/field";

export default function Without({
  template,
  lacking,
  without,
  onWithout,
}: {
  template: Template | null;
  lacking: readonly string[];
  without: string;
  onWithout: (text: string) => void;
}) {
  if (lacking.length === 0) return null;
  return (
    <Banner
      tone={without.trim().length < SHORTEST_REASON ? "warn" : "info"}
      title={t("guard.lacking", {
        list: lacking.map((one) => lackText(template && [template], template?.case_type ?? "", one)).join(", "),
      })}
    >
      <TextField
        id="rq-without"
        label={t("guard.without")}
        hint={t("guard.withoutHint")}
        maxLength={200}
        value={without}
        onText={onWithout}
      />
    </Banner>
  );
}
