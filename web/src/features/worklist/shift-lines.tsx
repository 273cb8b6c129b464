/** How each channel was tried: its sign, its word, how long it took; and for each that failed what to do. */
import { numberText, timeText } from "@/lib/clock";
import { t, tryT } from "@/lib/i18n";
import { Icon, type IconName } from "@/ui/icon";

import { failing, type CheckLine, type LineKey } from "./shift-check";

const SIGN: Readonly<Record<CheckLine["state"], IconName>> = { ok: "check", wait: "clock", bad: "x", off: "minus" };

/** `testing`: what to do is said once the test is over. */
export function ShiftLines({
  lines,
  at,
  testing,
}: {
  lines: readonly CheckLine[];
  at: number | null;
  testing: boolean;
}) {
  const here = lines.some((line) => line.key === "tone");
  return (
    <>
      {lines.length > 0 && (
        <ul className="wl-tests" aria-label={t("shiftCheck.results")} aria-live="polite">
          {lines.map((line) => (
            <li key={line.key} className={line.state}>
              <Icon name={SIGN[line.state]} size="sm" />
              <span>{t("shiftCheck.line", { name: t(`shiftCheck.name_${line.key}`), state: stateText(line) })}</span>
            </li>
          ))}
          {at !== null && <li className="mut">{t("shiftCheck.testedAt", { at: timeText(at) })}</li>}
        </ul>
      )}
      {!here && <p className="s">{t("shiftCheck.untested")}</p>}
      {!testing && failing(lines).length > 0 && (
        <ul className="wl-fixes">
          {failing(lines).map((line) => (
            <li key={line.key}>
              <b>{t(`shiftCheck.name_${line.key}`)}:</b> {fixText(line)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const GROUP: Readonly<Record<LineKey, readonly string[]>> = {
  tone: ["tone"],
  page: ["sent"],
  // What this browser says of itself comes before what the server saw.
  push: ["push", "sent"],
  gateway: ["sent"],
  microphone: ["device"],
  camera: ["device"],
};

function stateText({ key, why, tookMs }: CheckLine): string {
  const time = tookMs === null ? "" : numberText(Math.max(tookMs, 100) / 1_000, 1);
  const words = GROUP[key].map((group) => tryT(`shiftCheck.${group}_${why}`, { time }));
  return words.find((said) => said !== null) ?? t("shiftCheck.sent_failed");
}

const fixText = ({ key, why }: CheckLine): string =>
  tryT(`shiftCheck.fix_${key}_${why}`) ?? tryT(`shiftCheck.fix_${key}`) ?? "";
