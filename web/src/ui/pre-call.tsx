/** One's own picture and voice before a call. Plain props: nothing here blocks entering the room. */
import { useEffect, useRef } from "react";

import { t } from "@/lib/i18n";

import { Banner } from "./banner";
import { Button } from "./button";
import { Icon } from "./icon";

import type { MediaFault, OpenMedia } from "@/lib/media-devices";

import "./field.css";

const STEPS = 12;
const HEARD_FROM = 0.18;

export function MicBar({ level, silent }: { level: number; silent: boolean }) {
  const on = Math.round(level * STEPS);
  const heard = level >= HEARD_FROM;
  return (
    <p className="row nw">
      <Icon name={silent ? "micOff" : "mic"} />
      <span className="micbar" role="img" aria-label={t("precall.mic")}>
        {Array.from({ length: STEPS }, (_, step) => (
          <i key={step} className={step < on ? "on" : undefined} />
        ))}
      </span>
      <b className={`nb ${silent ? "c-danger" : heard ? "c-ok" : "mut"}`}>
        {t(silent ? "precall.silent" : heard ? "precall.heard" : "precall.quiet")}
      </b>
    </p>
  );
}

/** Shows a stream; silent unless `sound`, because one's own voice at once is a howl. */
export function Picture({
  stream,
  label,
  mirrored = false,
  sound = false,
}: {
  stream: MediaStream | null;
  label: string;
  mirrored?: boolean;
  sound?: boolean;
}) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current && video.current.srcObject !== stream) video.current.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={video}
      autoPlay
      playsInline
      muted={!sound}
      aria-label={label}
      style={mirrored ? { transform: "scaleX(-1)" } : undefined}
    />
  );
}

export function OwnPicture({ media }: { media: OpenMedia }) {
  const seen = media.stream.getVideoTracks().length > 0;
  return (
    <div className="pic">
      {seen ? (
        <Picture stream={media.stream} label={t("precall.own")} mirrored />
      ) : (
        <span className="row">
          <Icon name="videoOff" />
          {t("precall.noCamera")}
        </span>
      )}
      <span className="lbl">{t("precall.own")}</span>
    </div>
  );
}

/** Why there is no picture or no sound, and what to do. Nothing when all is well. */
export function DeviceFault({ media, onRetry }: { media: OpenMedia; onRetry: () => void }) {
  const fault = media.microphone ?? media.camera;
  if (fault === null) return null;
  const retry = (
    <Button icon="refresh" onClick={onRetry}>
      {t("common.retry")}
    </Button>
  );
  if (fault === "blocked") {
    return (
      <Banner tone="warn" icon="videoOff" title={t("precall.cameraBlocked")} action={retry}>
        {t("precall.blockedText")}
      </Banner>
    );
  }
  return (
    <Banner tone="warn" icon={media.microphone === null ? "videoOff" : "micOff"} action={retry}>
      {faultText(fault, media.microphone !== null)}
    </Banner>
  );
}

function faultText(fault: Exclude<MediaFault, "blocked">, microphone: boolean): string {
  switch (fault) {
    case "missing":
      return t(microphone ? "precall.microphoneMissing" : "precall.cameraMissing");
    case "busy":
      return t("precall.deviceBusy");
    case "insecure":
      return t("precall.insecure");
    case "failed":
      return t("precall.failed");
  }
}
