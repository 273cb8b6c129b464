/** A paper before it is printed: the browser's own viewer in a frame; where there is none, it opens in a tab. */
import { useEffect, useRef, useState } from "react";

import { t } from "@/lib/i18n";
import { copyUrl, makeCopy, originalUrl, type Copy, type PaperOf } from "@/lib/paper-api";

import { Banner } from "./banner";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { LoadingRows } from "./lists";
import { ProblemAlert } from "./problem-alert";

import "./paper.css";

export function PaperDialog({ paper, title, onClose }: { paper: PaperOf; title: string; onClose: () => void }) {
  const [url, setUrl] = useState<string | null>(null);
  const [copy, setCopy] = useState<Copy | null>(null);
  const [tries, setTries] = useState(0);
  const [unread, setUnread] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const { form, id, signed } = paper;
  useEffect(() => {
    let gone = false;
    originalUrl({ form, id, signed }).then(
      (found) => !gone && setUrl(found),
      (fault: unknown) => !gone && setUnread(fault),
    );
    return () => {
      gone = true;
    };
  }, [form, id, signed, tries]);
  const again = () => {
    setUnread(null);
    setTries(tries + 1);
  };
  const shown = globalThis.navigator.pdfViewerEnabled;
  // A copy is made once for this window: pressed again, the same paper comes out.
  const makeOne = async () => {
    const made = await makeCopy(paper);
    const next = await copyUrl(made);
    setCopy(made);
    setUrl(next);
  };
  const print = () => {
    if (!signed || copy !== null) {
      printFrame(frame.current);
      return;
    }
    setBusy(true);
    setProblem(null);
    makeOne()
      .then(null, setProblem)
      .finally(() => setBusy(false));
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t("common.close")}</Button>
          {url !== null && (
            <a className="btn" href={url} download={`${form}.pdf`}>
              {t(copy === null ? "paper.download" : "paper.downloadCopy")}
            </a>
          )}
          <Button
            tone="primary"
            icon="print"
            busy={busy}
            disabled={url === null || (!shown && (!signed || copy !== null))}
            onClick={print}
          >
            {t(!signed ? "paper.print" : copy === null ? "paper.makeCopy" : "paper.printCopy")}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="paper-about">
          {copy === null
            ? t(signed ? "paper.aboutOriginal" : "paper.aboutDraft")
            : t("paper.aboutCopy", { code: copy.code })}
        </p>
        <ProblemAlert problem={unread} onRetry={again} />
        <ProblemAlert problem={problem} />
        {url === null ? (
          unread === null && <LoadingRows />
        ) : shown ? (
          <iframe ref={frame} className="paper-frame" src={url} title={title} />
        ) : (
          <Banner tone="info" icon="file" title={t("paper.noViewer")}>
            <a className="btn" href={url} target="_blank" rel="noreferrer">
              {t("paper.openTab")}
            </a>
          </Banner>
        )}
      </div>
    </Dialog>
  );
}

function printFrame(frame: HTMLIFrameElement | null): void {
  frame?.contentWindow?.focus();
  frame?.contentWindow?.print();
}
