/** The link that sets a password, shown this once, to be copied. */
import { useRef, useState } from "react";

import { t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { toast } from "@/ui/toast";

export function InviteLink({ link, until }: { link: string; until: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [byHand, setByHand] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      toast(t("people.copied"));
    } catch {
      // No clipboard without TLS, or it was refused: then the whole line is marked.
      box.current?.querySelector("input")?.select();
      setByHand(true);
    }
  };
  return (
    <div className="stack" ref={box}>
      <Banner tone="warn" icon="key" title={t("people.inviteOnce")}>
        {t("people.inviteOnceText", { when: until })}
      </Banner>
      <TextField
        label={t("people.inviteLink")}
        readOnly
        value={link}
        onText={() => undefined}
        onFocus={(event) => event.target.select()}
        className="inp pp-link"
        {...(byHand && { hint: t("people.copyByHand") })}
      />
      <Button tone="primary" icon="file" onClick={() => void copy()}>
        {t("people.copy")}
      </Button>
    </div>
  );
}
