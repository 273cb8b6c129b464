/** One's own picture, voice and line before the room. All of it may be left undone. */
import { lazy, Suspense } from "react";

import { useMe } from "@/context/session";
import { usePreview, type Preview } from "@/context/use-preview";
import { useVideoConsent } from "@/context/use-video-consent";
import { isVideoRefused } from "@/lib/consent";
import { t } from "@/lib/i18n";
import { turnCamera, turnMicrophone } from "@/lib/local-media";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Icon } from "@/ui/icon";
import { DeviceFault, MicBar, OwnPicture } from "@/ui/pre-call";

import type { Summary } from "@/lib/consult-api";

// Without a line there is nothing to test: it comes after the room has been drawn.
const LineTestPanel = lazy(async () => (await import("@/ui/line-test-late")).fetchLineTest());

export function PreCall({ summary }: { summary: Summary }) {
  // A routine question may wait for hours: its lamp is not lit unasked.
  const preview = usePreview(summary.urgency !== "routine");
  const refused = isVideoRefused(summary);
  useVideoConsent(refused);
  const { media } = preview;
  const facility = useMe().grant?.facility.id ?? null;
  const stream = media !== null && media.stream.getTracks().length > 0 ? media.stream : null;
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
        {facility !== null && (
          <Suspense>
            <LineTestPanel stream={stream} facility={facility} />
          </Suspense>
        )}
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
