/** Before sending: what this kind of case still lacks, by name, and the words that let it pass all the same. */
import { currentLanguage, t, word } from "@/lib/i18n";
import { SHORTEST_REASON, type Template } from "@/lib/request-templates";
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
      title={t("guard.lacking", { list: lacking.map((one) => nameOf(template, one)).join(", ") })}
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

function nameOf(template: Template | null, code: string): string {
  const [kind = "", id = ""] = code.split(".");
  if (kind === "vital") return word("vital", id).toLowerCase();
  return template?.questions.find((one) => one.id === id)?.text[currentLanguage()] ?? id;
}
