/** One's own picture, voice and line before the room. All of it may be left undone. */
import { useEffect, useRef, useState } from "react";

import { usePreview, type Preview } from "@/context/use-preview";
import { useVideoConsent } from "@/context/use-video-consent";
import { isVideoRefused } from "@/lib/consent";
import { t } from "@/lib/i18n";
import { turnCamera, turnMicrophone } from "@/lib/local-media";
import { asProblem, Problem } from "@/lib/problem";
import { numberText, timeText } from "@/lib/clock";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Icon } from "@/ui/icon";
import { LinkWords } from "@/ui/link-words";
import { DeviceFault, MicBar, OwnPicture, Picture } from "@/ui/pre-call";
import { problemText } from "@/ui/problem-alert";

import type { Summary } from "@/lib/consult-api";
import type { LineClass, LineFigures, LineTest, LineTestState } from "@/lib/line-test";

export function PreCall({ summary }: { summary: Summary }) {
  // A routine question may wait for hours: its lamp is not lit unasked.
  const preview = usePreview(summary.urgency !== "routine");
  const refused = isVideoRefused(summary);
  useVideoConsent(refused);
  const { media } = preview;
  return (
    <section className="card flush" aria-labelledby="wt-pre">
      {media === null ? (
        <div className="pic wt-off">
          <Icon name="video" size="xl" />
        </div>
      ) : (
        <OwnPicture media={media} />
      )}
      <div className="stack m wt-pre">
        <h2 id="wt-pre">{t("precall.title")}</h2>
        {refused && (
          <Banner tone="warn" icon="videoOff">
            {t("consent.cameraOff")}
          </Banner>
        )}
        {media === null ? (
          <>
            <p className="mut">{t("precall.openText")}</p>
            <Button icon="video" busy={preview.opening} onClick={preview.open}>
              {t("precall.open")}
            </Button>
          </>
        ) : (
          <Devices preview={preview} />
        )}
        <hr className="rule" />
        <Line stream={media !== null && media.stream.getTracks().length > 0 ? media.stream : null} />
      </div>
    </section>
  );
}

function Devices({ preview }: { preview: Preview }) {
  const { media, microphoneOff, cameraOff, silent } = preview;
  if (media === null) return null;
  return (
    <>
      {media.microphone === null && !microphoneOff && <MicBar level={preview.level} silent={silent} />}
      {media.microphone === null && microphoneOff && (
        <p className="row nw">
          <Icon name="micOff" />
          <span className="sp">{t("waiting.micOff")}</span>
          <Button onClick={() => turnMicrophone(true)}>{t("waiting.micOn")}</Button>
        </p>
      )}
      {media.camera === null && cameraOff && (
        <p className="row nw">
          <Icon name="videoOff" />
          <span className="sp">{t("waiting.cameraOff")}</span>
          <Button onClick={() => turnCamera(true)}>{t("waiting.cameraOn")}</Button>
        </p>
      )}
      {silent && (
        <Banner tone="warn" icon="micOff" live="status">
          {t("precall.silentText")}
        </Banner>
      )}
      <DeviceFault media={media} onRetry={preview.open} />
    </>
  );
}

/** The echo call: what was said and seen comes back, and the line is named in words with its figures below. */
function Line({ stream }: { stream: MediaStream | null }) {
  const [state, setState] = useState<LineTestState | null>(null);
  const test = useRef<LineTest | null>(null);
  // Each start and stop is a new turn: what an older one still brings is not looked at.
  const turn = useRef(0);
  const stop = () => {
    turn.current++;
    test.current?.stop();
    test.current = null;
  };
  useEffect(
    () => () => {
      turn.current++;
      test.current?.stop();
      test.current = null;
    },
    [stream],
  );
  const start = async () => {
    if (stream === null) return;
    stop();
    const mine = turn.current;
    setState({ kind: "connecting" });
    try {
      // Its program is fetched when someone asks for the test: without a line there is nothing to measure either.
      const { LineTest } = await import("@/lib/line-test");
      if (turn.current !== mine) return;
      const next = new LineTest(stream, (now) => {
        if (test.current === next) setState(now);
      });
      test.current = next;
      void next.start();
    } catch (problem) {
      if (turn.current === mine) setState({ kind: "failed", problem });
    }
  };
  const busy = state?.kind === "connecting" || state?.kind === "running";
  return (
    <>
      <div className="row nw">
        <Icon name="speaker" />
        <span className="sp" id="wt-line">
          {t("line.title")}
        </span>
        {busy ? (
          <Button
            aria-describedby="wt-line"
            onClick={() => {
              stop();
              setState(null);
            }}
          >
            {t("line.stop")}
          </Button>
        ) : (
          <Button aria-describedby="wt-line" disabled={stream === null} onClick={() => void start()}>
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
      return (
        <p className="row nw" role="status">
          <span className="spin" aria-hidden="true" />
          {t("line.connecting")}
        </p>
      );
    case "running":
      return (
        <div className="wt-echo">
          <div className="pic">
            <Picture stream={state.echo} label={t("line.echo")} sound />
          </div>
          <div>
            <p role="status">{t("line.running")}</p>
            <Figures figures={state.figures} />
          </div>
        </div>
      );
    case "done":
      return <Done line={state.line} figures={state.figures} at={state.at} />;
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

function Done({ line, figures, at }: { line: LineClass; figures: LineFigures; at: number }) {
  return (
    <div className="stack t" role="status">
      <LinkWords level={line} words={t(`line.${line}`)} />
      {line === "lost" ? (
        <p>{t("line.failed")}</p>
      ) : (
        <>
          {figures.frames === 0 && <p>{t("line.noEcho")}</p>}
          {line === "poor" && <p>{t("line.voiceOnly")}</p>}
          <Figures figures={figures} />
        </>
      )}
      <small>{t("line.measuredAt", { time: timeText(at) })}</small>
    </div>
  );
}

function Figures({ figures: { rttMs, lossPct, jitterMs } }: { figures: LineFigures }) {
  if (rttMs === null && lossPct === null && jitterMs === null) return null;
  const say = (value: number | null) => (value === null ? "–" : numberText(value));
  return (
    <small className="wt-figures">
      {t("line.figures", { rtt: say(rttMs), loss: say(lossPct), jitter: say(jitterMs) })}
    </small>
  );
}
