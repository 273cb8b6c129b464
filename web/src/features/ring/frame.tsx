/** The sheet itself, over whatever is open: focus to its head, keys kept from the page behind. */
import { useEffect, useId, useRef, type ReactNode } from "react";

import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Icon } from "@/ui/icon";

import type { Summary } from "@/lib/ring-board";

/** Focus goes to the head, never to “Nhận”: Enter alone must not take a case. */
export function Frame({
  urgency,
  alert = false,
  title,
  lead,
  clock,
  tools,
  onClose,
  children,
}: {
  /** over: nothing rings any more, so no colour calls. */
  urgency: Summary["urgency"] | "over";
  alert?: boolean;
  title: string;
  lead?: string;
  clock?: ReactNode;
  tools?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    const opener = document.activeElement;
    if (!dialog.open) dialog.showModal();
    head.current?.focus();
    return () => {
      dialog.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  useEffect(() => {
    // While a sheet is open the page behind hears no keys: `1` must not take one case here and open a tab there.
    const heard = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest("input[type=text], textarea") !== null;
      if (!typing && event.key.length === 1) event.stopPropagation();
    };
    document.addEventListener("keydown", heard, true);
    return () => document.removeEventListener("keydown", heard, true);
  }, []);
  return (
    <dialog
      ref={box}
      className={`ring-sheet noprint ${urgency}`}
      role={alert ? "alertdialog" : "dialog"}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={`ring-head ${urgency}`}>
        <div className="sp">
          <h1 id={id} tabIndex={-1} ref={head}>
            {urgency === "stat" && <Icon name="siren" />} {title}
          </h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {clock !== undefined && <div className="ring-tm">{clock}</div>}
        <div className="ring-tools">
          {tools}
          <Button tone="quiet" size="compact" icon={urgency === "over" ? "x" : "fold"} onClick={onClose}>
            {t(urgency === "over" ? "common.close" : "ring.fold")} <kbd aria-hidden="true">Esc</kbd>
          </Button>
        </div>
      </header>
      {children}
    </dialog>
  );
}
