/** The link's quality: bars and words, never colour alone. */
import { Icon } from "./icon";

export type LinkLevel = "good" | "weak" | "poor" | "connecting" | "lost";

const BARS: Readonly<Record<Exclude<LinkLevel, "lost">, number>> = { good: 4, weak: 2, poor: 1, connecting: 0 };

export function LinkWords({ level, words }: { level: LinkLevel; words: string }) {
  const look = level === "lost" ? "off" : level === "good" ? "ok" : "weak";
  return (
    <span className={`net ${look}`}>
      {level === "lost" ? <Icon name="cloudOff" /> : <Bars on={BARS[level]} />}
      {words}
    </span>
  );
}

function Bars({ on }: { on: number }) {
  return (
    <span className="bars" aria-hidden="true">
      {[1, 2, 3, 4].map((bar) => (
        <i key={bar} className={bar <= on ? "on" : undefined} />
      ))}
    </span>
  );
}
