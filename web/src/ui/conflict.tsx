/** Two people changed the same field: both texts are shown, one person chooses, nothing is dropped in silence. */
import { t, tryT } from "@/lib/i18n";

import { Banner } from "./banner";
import { Button } from "./button";

export function ConflictNotice({
  field,
  theirs,
  onMine,
  onTheirs,
}: {
  field: string;
  theirs: string;
  onMine: () => void;
  onTheirs: () => void;
}) {
  return (
    <Banner
      tone="warn"
      icon="swap"
      live="alert"
      title={t("consult.conflictTitle", { field: tryT(`consult.field_${field}`) ?? field })}
      action={
        <>
          <Button onClick={onMine}>{t("consult.keepMine")}</Button>
          <Button onClick={onTheirs}>{t("consult.takeTheirs")}</Button>
        </>
      }
    >
      {t("consult.conflictTheirs", { text: theirs === "" ? "–" : theirs })}
    </Banner>
  );
}
