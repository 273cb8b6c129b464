/** Dialogs. They take the focus and give it back; Esc closes; the words name the effect. */
import { useEffect, useId, useRef, type ReactNode } from "react";

import { t } from "@/lib/i18n";

import { Button } from "./button";

/** The browser's own modal dialog: focus stays inside, the page behind is inert. */
export function Dialog({
  open,
  onClose,
  title,
  alert = false,
  wide = false,
  children,
  footer,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  /** For what must be decided now: focus goes to the sheet, never to its main button. */
  alert?: boolean;
  wide?: boolean;
  children: ReactNode;
  footer?: ReactNode;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog || !open) return;
    // The browser gives the focus back only if the opener still stands.
    const opener = document.activeElement;
    if (!dialog.open) dialog.showModal();
    head.current?.focus();
    return () => {
      dialog.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={box}
      className={wide ? "dlg wide" : "dlg"}
      role={alert ? "alertdialog" : "dialog"}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dlg-head">
        <h2 id={id} tabIndex={-1} ref={head}>
          {title}
        </h2>
      </div>
      <div className="dlg-body">{children}</div>
      {footer !== undefined && <div className="dlg-foot">{footer}</div>}
    </dialog>
  );
}

export function ConfirmDialog({
  open,
  onClose,
  onConfirm,
  title,
  confirm,
  cancel,
  danger = false,
  busy = false,
  disabled = false,
  children,
}: {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: string;
  /** A verb that names the effect: `Rút yêu cầu`, never `OK`. */
  confirm: string;
  /** The way back, where `Thôi` would not say enough: `Ở lại`. */
  cancel?: string;
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  children?: ReactNode;
}) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      alert={danger}
      footer={
        <>
          <Button onClick={onClose}>{cancel ?? t("common.cancel")}</Button>
          <Button tone={danger ? "danger" : "primary"} busy={busy} disabled={disabled} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
