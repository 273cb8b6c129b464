/** A key or a secret, shown this once, to be copied. */
import { useRef, useState } from "react";

import { t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { toast } from "@/ui/toast";

export function ShownOnce({ title, secret, onClose }: { title: string; secret: string; onClose: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  const [byHand, setByHand] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      toast(t("exchange.copied"));
    } catch {
      // No clipboard without TLS, or it was refused: then the whole line is marked.
      box.current?.querySelector("input")?.select();
      setByHand(true);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t("exchange.kept")}</Button>
          <Button tone="primary" icon="file" onClick={() => void copy()}>
            {t("exchange.copy")}
          </Button>
        </>
      }
    >
      <div className="stack" ref={box}>
        <Banner tone="warn" icon="key" title={t("exchange.once")}>
          {t("exchange.onceText")}
        </Banner>
        <TextField
          label={t("exchange.secret")}
          readOnly
          value={secret}
          onText={() => undefined}
          onFocus={(event) => event.target.select()}
          {...(byHand && { hint: t("exchange.byHand") })}
        />
      </div>
    </Dialog>
  );
}
