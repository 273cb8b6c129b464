/** The line tried from where the station sits: camera, microphone, ways and rates, and what earlier tests found. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import { useMe } from "@/context/session";
import { usePreview, type Preview } from "@/context/use-preview";
import { numberText, whenText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { turnCamera, turnMicrophone } from "@/lib/local-media";
import { Button } from "@/ui/button";
import { Card, PageHeader } from "@/ui/card";
import LineTestPanel from "@/ui/line-test";
import { DeviceFault, MicBar, OwnPicture } from "@/ui/pre-call";

import type { Schema } from "@/wire/schema";

export default function LineScreen() {
  const facility = useMe().grant?.facility.id ?? null;
  const preview = usePreview();
  const stream = preview.media?.stream ?? null;
  const before = useQuery({
    queryKey: ["line-probes", facility],
    enabled: facility !== null,
    queryFn: async () =>
      (await ok(api.GET("/api/line-probes", { params: { query: { facility_id: facility ?? "" } } }))).probes,
  });
  // One that holds nothing is none: there would be nothing to send.
  const open = useMemo(() => (stream !== null && stream.getTracks().length > 0 ? stream : null), [stream]);
  return (
    <div className="main narrow stack l">
      <PageHeader title={t("title.line")} lead={t("line.lead")} />
      <Card>
        <div className="stack m">
          <Own preview={preview} />
          {facility !== null && (
            <LineTestPanel stream={open} facility={facility} onDone={() => void before.refetch()} />
          )}
        </div>
      </Card>
      <Card title={t("line.before")} flush>
        {before.data?.length === 0 && <p className="mut line-before">{t("line.none")}</p>}
        <ul className="line-list line-before">
          {before.data?.map((probe) => (
            <Before key={probe.id} probe={probe} />
          ))}
        </ul>
      </Card>
    </div>
  );
}

function Own({ preview }: { preview: Preview }) {
  const { media, microphoneOff, cameraOff } = preview;
  if (media === null) {
    return (
      <Button icon="video" busy={preview.opening} onClick={preview.open}>
        {t("precall.open")}
      </Button>
    );
  }
  return (
    <>
      <OwnPicture media={media} />
      {media.microphone === null &&
        (microphoneOff ? (
          <Button onClick={() => turnMicrophone(true)}>{t("waiting.micOn")}</Button>
        ) : (
          <MicBar level={preview.level} silent={preview.silent} />
        ))}
      {media.camera === null && cameraOff && <Button onClick={() => turnCamera(true)}>{t("waiting.cameraOn")}</Button>}
      <DeviceFault media={media} onRetry={preview.open} />
    </>
  );
}

function Before({ probe }: { probe: Schema<"LineProbeView"> }) {
  const say = (value: number | null) => (value === null ? "–" : numberText(value));
  return (
    <li className="stack t">
      <b>{word("line", `begin_${probe.rung}`)}</b>
      <small>
        {whenText(probe.at)}
        {probe.kind === "night" && ` · ${t("line.night")}`} ·{" "}
        {t("line.carries", { up: say(probe.up_kbps), down: say(probe.down_kbps) })}
      </small>
    </li>
  );
}
