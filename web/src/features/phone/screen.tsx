/** The page of a phone that is a second camera: a code, the picture, one large button. Knows nothing of the patient. */
import { useEffect, useRef, useState, useSyncExternalStore } from "react";

import { usePageTitle } from "@/context/use-page-title";
import { numberText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { PhoneCamera, type PhoneState } from "@/lib/phone-camera";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { ProblemAlert } from "@/ui/problem-alert";

import "./phone.css";

/** Out of the address at once: nobody who looks over the shoulder, and no history, shall keep it. */
function takeSecret(): string | null {
  const secret = location.hash.slice(1);
  if (secret === "") return null;
  history.replaceState(null, "", "/phone");
  return secret;
}

export default function PhoneScreen() {
  usePageTitle("title.other");
  const [camera] = useState(() => new PhoneCamera());
  const state = useSyncExternalStore(camera.subscribe, () => camera.state);
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    camera.start(takeSecret());
  }, [camera]);
  useEffect(() => {
    const gone = () => camera.stop();
    addEventListener("pagehide", gone);
    return () => removeEventListener("pagehide", gone);
  }, [camera]);
  return (
    <main className="main narrow ph-page">
      <h1>{state.station === "" ? t("phoneCamera.title") : t("phoneCamera.of", { station: state.station })}</h1>
      {state.problem && <ProblemAlert problem={state.problem} />}
      {state.lineLost && (
        <Banner tone="warn" icon="cloudOff" live="status">
          {t("phoneCamera.lineLost")}
        </Banner>
      )}
      {state.step === "over" ? (
        <Banner tone="info" icon="phoneOff" title={t("phoneCamera.over")} live="status">
          {t("phoneCamera.overText")}
        </Banner>
      ) : state.step === "in" ? (
        <Inside camera={camera} state={state} />
      ) : (
        <Code camera={camera} busy={state.step === "entering"} />
      )}
    </main>
  );
}

function Code({ camera, busy }: { camera: PhoneCamera; busy: boolean }) {
  const [digits, setDigits] = useState("");
  const bare = digits.replaceAll(/\D/g, "");
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (bare.length === 6) void camera.enter({ digits: bare });
      }}
    >
      <p>{t("phoneCamera.about")}</p>
      <TextField
        label={t("phoneCamera.digits")}
        className="inp num ph-digits"
        inputMode="numeric"
        maxLength={7}
        value={digits}
        onText={setDigits}
      />
      <Button type="submit" tone="primary" size="lg" wide busy={busy} disabled={bare.length !== 6}>
        {busy ? t("phoneCamera.entering") : t("phoneCamera.enter")}
      </Button>
    </form>
  );
}

const kb = (bytes: number): string => numberText(Math.round(bytes / 1_000));

function Inside({ camera, state }: { camera: PhoneCamera; state: PhoneState }) {
  const video = useRef<HTMLVideoElement>(null);
  const { stream, sent } = state;
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  const [wanted = null] = state.wanted;
  if (state.noCamera !== null) {
    return (
      <div className="stack">
        <Banner tone="danger" icon="videoOff" live="alert">
          {t(state.noCamera === "insecure" ? "phoneCamera.insecure" : "phoneCamera.noCamera")}
        </Banner>
        <Button onClick={() => void camera.again()}>{t("phoneCamera.again")}</Button>
      </div>
    );
  }
  return (
    <div className="stack">
      {wanted && (
        <Banner tone="info" icon="camera" live="alert">
          {wanted.caption === "" ? t("phoneCamera.wantedAny") : t("phoneCamera.wanted", { what: wanted.caption })}
        </Banner>
      )}
      <video ref={video} className="ph-picture" autoPlay playsInline muted aria-label={t("phoneCamera.picture")} />
      <Button tone="primary" size="lg" wide icon="camera" busy={state.taking} onClick={() => void camera.take(wanted)}>
        {state.taking ? t("phoneCamera.taking") : t("phoneCamera.take")}
      </Button>
      {sent && (
        <p role="status" className="num">
          {t("phoneCamera.sending", { sent: kb(sent.bytes), size: kb(sent.size) })}
          <progress className="ph-way" value={sent.bytes} max={sent.size} />
        </p>
      )}
      {!sent && state.done > 0 && <p role="status">{t("phoneCamera.sent")}</p>}
      <div className="row">
        <Button icon="swap" onClick={() => void camera.otherCamera()}>
          {t("phoneCamera.turn")}
        </Button>
        <Button tone="quiet" onClick={() => void camera.leave()}>
          {t("phoneCamera.leave")}
        </Button>
      </div>
    </div>
  );
}
