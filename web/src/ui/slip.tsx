/** One sheet to carry along or to read from, of a request that has not gone. Only the printer shows it. */
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";

import { caseCode } from "@/lib/case-code";
import { whenText } from "@/lib/clock";
import { t, tryT } from "@/lib/i18n";

import { Button } from "./button";

import "./slip.css";

export interface Slip {
  readonly id: string;
  readonly at: number;
  readonly title: string;
  readonly words: Readonly<Record<string, string>>;
}

export function PrintSlip({ slip }: { slip: Slip }) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return;
    const over = () => setPrinting(false);
    addEventListener("afterprint", over);
    globalThis.print();
    return () => removeEventListener("afterprint", over);
  }, [printing]);
  const said = Object.entries(slip.words).filter(([, text]) => text.trim() !== "");
  return (
    <>
      <Button icon="print" onClick={() => setPrinting(true)}>
        {t("away.print")}
      </Button>
      {printing &&
        createPortal(
          <div className="paper onlyprint">
            <h2>{t("away.slip")}</h2>
            <p>
              {t("away.code")}: <b className="num big">{caseCode(slip.id)}</b>
            </p>
            <p>
              <b>{slip.title}</b>, {whenText(slip.at)}
            </p>
            {said.map(([name, text]) => (
              <p key={name}>
                <b>{tryT(`consult.field_${name}`) ?? name}:</b> {text}
              </p>
            ))}
          </div>,
          document.body,
        )}
    </>
  );
}
