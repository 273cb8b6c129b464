/** “Gọi thử”: the echo call, what the line carries, which ways are open; in words, with the figures below. */
import { useEffect, useRef, useState } from "react";

import { numberText, timeText } from "@/lib/clock";
import { t, tryT, word } from "@/lib/i18n";
import { LineTest, type LineResult, type LineTestState } from "@/lib/line-test";
import { asProblem, Problem } from "@/lib/problem";

import { Banner } from "./banner";
import { Button } from "./button";
import { Icon } from "./icon";
import { LinkWords } from "./link-words";
import { Picture } from "./pre-call";
import { problemText } from "./problem-alert";

import type { LineFigures } from "@/lib/line-figures";

import "./line-test.css";

/** `stream`: what is open of one's own camera and microphone. `onDone` hears of each test that came to its end. */
export default function LineTestPanel({
  stream,
  facility,
  onDone,
}: {
  stream: MediaStream | null;
  facility: string;
  onDone?: (result: LineResult) => void;
}) {
  const [state, setState] = useState<LineTestState | null>(null);
  const test = useRef<LineTest | null>(null);
  const stop = () => {
    test.current?.stop();
    test.current = null;
  };
  useEffect(
    () => () => {
      test.current?.stop();
      test.current = null;
      setState(null);
    },
    [stream],
  );
  const start = () => {
    if (stream === null) return;
    stop();
    const next = new LineTest(facility, stream, (now) => {
      if (test.current !== next) return;
      setState(now);
      if (now.kind === "done") onDone?.(now.result);
    });
    test.current = next;
    void next.start();
  };
  const busy = state !== null && state.kind !== "done" && state.kind !== "failed";
  return (
    <>
      <div className="row nw">
        <Icon name="speaker" />
        <span className="sp" id="line-test">
          {t("line.title")}
        </span>
        {busy ? (
          <Button
            aria-describedby="line-test"
            onClick={() => {
              stop();
              setState(null);
            }}
          >
            {t("line.stop")}
          </Button>
        ) : (
          <Button aria-describedby="line-test" disabled={stream === null} onClick={start}>
            {t(state === null ? "line.start" : "line.again")}
          </Button>
        )}
      </div>
      {stream === null && <small>{t("line.needMedia")}</small>}
      {state !== null && <Result state={state} />}
    </>
  );
}

function Result({ state }: { state: LineTestState }) {
  switch (state.kind) {
    case "connecting":
      return <Working text={t("line.connecting")} />;
    case "echo":
      return (
        <div className="line-echo">
          <div className="pic">
            <Picture stream={state.echo} label={t("line.echo")} sound />
          </div>
          <div>
            <p role="status">{t("line.running")}</p>
            <Figures figures={state.figures} />
          </div>
        </div>
      );
    case "rates":
      return <Working text={t("line.rates")} />;
    case "done":
      return <Done result={state.result} />;
    case "failed": {
      const known = state.problem instanceof Problem && state.problem.code.startsWith("line_test.");
      return (
        <Banner tone="warn" live="status">
          {known ? problemText(asProblem(state.problem)) : t("line.failed")}
        </Banner>
      );
    }
  }
}

function Working({ text }: { text: string }) {
  return (
    <p className="row nw" role="status">
      <span className="spin" aria-hidden="true" />
      {text}
    </p>
  );
}

function Done({ result }: { result: LineResult }) {
  const { line, figures, paths, microphone, camera, rung, at } = result;
  const way =
    paths.direct?.works === true ? "wayDirect" : relays(paths).some((one) => one.works) ? "wayRelay" : "wayNone";
  return (
    <div className="stack t" role="status">
      <LinkWords level={line} words={t(`line.${line}`)} />
      {rung !== null && <b>{word("line", `begin_${rung}`)}</b>}
      {line === "lost" && way !== "wayNone" && <p>{t("line.failed")}</p>}
      {line !== "lost" && figures.frames === 0 && camera === "ok" && <p>{t("line.noEcho")}</p>}
      {line === "poor" && <p>{t("line.voiceOnly")}</p>}
      <ul className="line-list">
        <Finding fine={way === "wayDirect"} text={t(`line.${way}`)} />
        {microphone !== "untried" && <Finding fine={microphone === "ok"} text={word("line", `mic_${microphone}`)} />}
        {camera !== "untried" && <Finding fine={camera === "ok"} text={word("line", `cam_${camera}`)} />}
      </ul>
      <Figures figures={figures} />
      <small>{t("line.ways", { ways: waysText(paths) })}</small>
      <small>{t("line.measuredAt", { time: timeText(at) })}</small>
    </div>
  );
}

function Finding({ fine, text }: { fine: boolean; text: string }) {
  return (
    <li className="row nw">
      <Icon name={fine ? "check" : "alert"} />
      <span>{text}</span>
    </li>
  );
}

type Paths = LineResult["paths"];
const relays = ({ relay_udp, relay_tcp, relay_tls }: Paths) =>
  [relay_udp, relay_tcp, relay_tls].filter((one) => one !== null);

function waysText(paths: Paths): string {
  const said = (["direct", "relay_udp", "relay_tcp", "relay_tls"] as const).flatMap((name) => {
    const seen = paths[name];
    if (seen === null) return [];
    const way = tryT(`line.way_${name}`) ?? name;
    return seen.works ? t("line.wayWorks", { way, ms: numberText(seen.ms ?? 0) }) : t("line.wayShut", { way });
  });
  return said.join(" · ");
}

function Figures({ figures: { rttMs, lossPct, jitterMs, upKbps, downKbps } }: { figures: LineFigures }) {
  const say = (value: number | null) => (value === null ? "–" : numberText(value));
  return (
    <>
      {(upKbps !== null || downKbps !== null) && (
        <small>{t("line.carries", { up: say(upKbps), down: say(downKbps) })}</small>
      )}
      {(rttMs !== null || lossPct !== null || jitterMs !== null) && (
        <small>{t("line.figures", { rtt: say(rttMs), loss: say(lossPct), jitter: say(jitterMs) })}</small>
      )}
    </>
  );
}
