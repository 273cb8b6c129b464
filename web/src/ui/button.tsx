/** Buttons and links that look like buttons. One `primary` per screen; red only for emergencies and what cannot be undone. */
import { Link } from "wouter";

import { phoneText } from "@/lib/phone";

import { Icon, type IconName } from "./icon";
import { KeyHint } from "./key-hint";

import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";

interface Look {
  tone?: "plain" | "primary" | "danger" | "quiet" | "out-danger" | "out-brand";
  size?: "lg" | "compact";
  wide?: boolean;
  icon?: IconName;
  children: ReactNode;
}

function look({ tone = "plain", size, wide }: Omit<Look, "children">, extra = ""): string {
  return ["btn", tone === "plain" ? "" : tone, size ?? "", wide ? "wide" : "", extra].filter(Boolean).join(" ");
}

export interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  ref?: Ref<HTMLButtonElement>;
  /** Working: cannot be pressed again, keeps its width and its words. */
  busy?: boolean;
  /** The key that presses it; only shown here, `useKeys` makes it work. */
  hotkey?: string;
}

export function Button({ tone, size, wide, icon, busy = false, hotkey, children, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={look({ ...(tone && { tone }), ...(size && { size }), ...(wide && { wide }) }, className)}
      disabled={rest.disabled === true || busy}
      aria-busy={busy || undefined}
    >
      {busy ? <span className="spin" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
      {hotkey !== undefined && <KeyHint keys={[hotkey]} />}
    </button>
  );
}

/** A place to go in the app. */
export function ButtonLink({ tone, size, wide, icon, to, children }: Look & { to: string }) {
  return (
    <Link href={to} className={look({ ...(tone && { tone }), ...(size && { size }), ...(wide && { wide }) })}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** A telephone number one can tap. The number is always in sight, for whoever must dial it by hand. */
export function PhoneLink({ phone, tone, size, wide, children }: Omit<Look, "icon"> & { phone: string }) {
  return (
    <a
      href={`tel:${phone.replaceAll(/[^\d+]/g, "")}`}
      className={look({ ...(tone && { tone }), ...(size && { size }), ...(wide && { wide }) })}
    >
      <Icon name="phone" />
      <span>
        {children} <span className="num">{phoneText(phone)}</span>
      </span>
    </a>
  );
}

/** A square button with a picture only; `label` is what readers and the tooltip say. */
export function IconButton({
  icon,
  label,
  className,
  ...rest
}: { icon: IconName; label: string } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children">) {
  return (
    <button type="button" {...rest} className={look({}, `sq ${className ?? ""}`)} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}
