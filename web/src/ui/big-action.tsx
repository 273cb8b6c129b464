/** The station's two large buttons. */
import { Link } from "wouter";

import { Icon, type IconName } from "./icon";

export function BigAction({
  to,
  icon,
  title,
  text,
  emergency = false,
}: {
  to: string;
  icon: IconName;
  title: string;
  text: string;
  emergency?: boolean;
}) {
  return (
    <Link href={to} className={emergency ? "act em" : "act"}>
      <Icon name={icon} size="xl" />
      <span>
        <b>{title}</b>
        <span>{text}</span>
      </span>
    </Link>
  );
}
