/** A phone as second camera: the code on this screen lets it in, its picture stands here, it can stand in for ours. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";

import { useFrames } from "@/context/socket";
import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { lendPicture, lentPicture, onLentPicture } from "@/lib/lent-picture";
import { PhoneLink, type CameraView } from "@/lib/phone-link";
import { asProblem, type Problem } from "@/lib/problem";
import { uuid7 } from "@/lib/uuid7";
import { Button } from "@/ui/button";
import { Countdown } from "@/ui/clock";
import { Dialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";

import type { Schema } from "@/wire/schema";
import type { DeskState } from "./desk";

type Code = Schema<"CameraCode">;

export function Phones({ state, call }: { state: DeskState; call: string }) {
  const [cameras, setCameras] = useState<readonly CameraView[]>([]);
  const [code, setCode] = useState<Code | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const read = useCallback(
    () =>
      ok(api.GET("/api/calls/{id}/second-cameras", { params: { path: { id: call } } })).then(
        (found) => setCameras(found.cameras),
        () => undefined,
      ),
    [call],
  );
  useEffect(() => void read(), [read]);
  useFrames((frame) => {
    if (frame.type !== "second_camera" || frame.call !== call) return;
    void read();
    if (frame.state === "in" && frame.camera === code?.id) {
      setCode(null);
      toast(t("stills.phoneIn"));
    }
  });
  const show = async (camera: string) => {
    try {
      const path = { id: call, camera_id: camera };
      setCode(await ok(api.PUT("/api/calls/{id}/second-cameras/{camera_id}", { params: { path } })));
      setProblem(null);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  const inside = cameras.filter((camera) => camera.state === "in");
  return (
    <section className="stack t" aria-label={t("stills.phones")}>
      {problem && <ProblemAlert problem={problem} />}
      {inside.map((camera) => (
        <OnePhone key={camera.id} camera={camera} state={state} />
      ))}
      <div>
        <Button icon="phone" onClick={() => void show(uuid7())}>
          {t("stills.addPhone")}
        </Button>
      </div>
      <Dialog
        open={code !== null}
        onClose={() => setCode(null)}
        title={t("stills.scanTitle")}
        footer={
          <>
            <Button onClick={() => code && void show(code.id)}>{t("stills.newCode")}</Button>
            <Button onClick={() => setCode(null)}>{t("common.close")}</Button>
          </>
        }
      >
        {code && (
          <div className="stack st-code">
            <p>{t("stills.scanText")}</p>
            <img className="st-qr" alt={t("stills.qr")} src={`data:image/svg+xml,${encodeURIComponent(code.qr_svg)}`} />
            <p className="num">
              <b>
                {t("stills.codeLeft")} <Countdown deadline={code.expires_at} />
              </b>
            </p>
            <p>
              {t("stills.typeInstead", { address: `${location.host}/phone` })}{" "}
              <b className="num st-digits">
                {code.digits.slice(0, 3)} {code.digits.slice(3)}
              </b>
            </p>
          </div>
        )}
      </Dialog>
    </section>
  );
}

function OnePhone({ camera, state }: { camera: CameraView; state: DeskState }) {
  const video = useRef<HTMLVideoElement>(null);
  const link = useRef<PhoneLink | null>(null);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const lent = useSyncExternalStore(onLentPicture, lentPicture);
  const track = stream?.getVideoTracks()[0] ?? null;
  const isLent = lent !== null && lent === track;
  const { id, offer } = camera;
  useEffect(() => {
    const held = new PhoneLink(id, setStream);
    link.current = held;
    return () => {
      held.close();
      link.current = null;
    };
  }, [id]);
  useEffect(() => void link.current?.offered(offer).catch(() => undefined), [id, offer]);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  // A phone that went takes its picture off the line.
  useEffect(() => {
    if (!track) return;
    return () => {
      if (lentPicture() === track) lendPicture(null);
    };
  }, [track]);
  const asked = state.files.findLast((file) => file.state === "asked");
  const take = () =>
    void ok(
      api.POST("/api/second-cameras/{id}/stills/{still_id}", {
        params: { path: { id, still_id: asked?.id ?? uuid7() } },
        body: { caption: asked?.caption ?? "", asked_by: asked?.asked_by?.id ?? null },
      }),
    ).catch((thrown: unknown) => toast(t(`problem.${asProblem(thrown).code}` as "problem.missing")));
  return (
    <div className="card stack t">
      <b>{t("stills.phone")}</b>
      <video ref={video} className="st-phone" autoPlay playsInline muted aria-label={t("stills.phonePicture")} />
      <div className="row">
        <Button tone="primary" icon="camera" onClick={take}>
          {asked ? t("stills.phoneTakeAsked", { what: asked.caption }) : t("stills.phoneTake")}
        </Button>
        <Button disabled={track === null} onClick={() => lendPicture(isLent ? null : track)}>
          {t(isLent ? "stills.phoneBack" : "stills.phoneUp")}
        </Button>
        <Button
          tone="quiet"
          onClick={() =>
            void ok(api.POST("/api/second-cameras/{id}/end", { params: { path: { id } } })).catch(() => undefined)
          }
        >
          {t("stills.phoneOut")}
        </Button>
      </div>
    </div>
  );
}
