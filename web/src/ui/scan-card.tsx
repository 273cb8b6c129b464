/** Reads the code of an identity card by camera or by a USB scanner. The picture is looked at and forgotten, never kept or sent. */
import { useEffect, useRef, useState } from "react";

import { parseIdentityCard, type IdentityCard } from "@/lib/identity-card";
import { t } from "@/lib/i18n";

import { Button } from "./button";
import { Dialog } from "./dialog";
import { TextField } from "./field";

import "./scan-card.css";

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: string[] }) => Detector;

/** Not every browser has one; a scanner that types is for the others. */
const detectorClass = (): DetectorClass | undefined =>
  (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

const LOOK_EVERY_MS = 250;

export function ScanDialog({
  open,
  onClose,
  onCard,
}: {
  open: boolean;
  onClose: () => void;
  onCard: (card: IdentityCard) => void;
}) {
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const read = (typed: string): boolean => {
    const card = parseIdentityCard(typed);
    if (card === null) return false;
    setText("");
    setWrong(false);
    onCard(card);
    return true;
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("patients.scanTitle")}
      footer={<Button onClick={onClose}>{t("common.close")}</Button>}
    >
      <p>{t("patients.scanLead")}</p>
      {detectorClass() === undefined ? (
        <p className="mut">{t("patients.scanNoCamera")}</p>
      ) : (
        <Camera onText={(seen) => read(seen)} />
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setWrong(!read(text));
        }}
      >
        <TextField
          label={t("patients.scanner")}
          hint={t("patients.scannerHint")}
          value={text}
          maxLength={500}
          error={wrong ? t("patients.scanWrong") : null}
          onText={(typed) => {
            setWrong(false);
            setText(typed);
          }}
        />
      </form>
    </Dialog>
  );
}

function Camera({ onText }: { onText: (text: string) => boolean }) {
  const video = useRef<HTMLVideoElement>(null);
  const [refused, setRefused] = useState(false);
  const told = useRef(onText);
  useEffect(() => {
    told.current = onText;
  });
  useEffect(() => {
    let stream: MediaStream | null = null;
    let stopped = false;
    let timer: ReturnType<typeof setInterval> | undefined;
    const stop = () => {
      stopped = true;
      clearInterval(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
    const begin = async () => {
      const Class = detectorClass();
      if (Class === undefined) return;
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      const box = video.current;
      if (stopped || box === null) {
        stop();
        return;
      }
      box.srcObject = stream;
      await box.play();
      const detector = new Class({ formats: ["qr_code"] });
      timer = setInterval(() => {
        detector.detect(box).then(
          (codes) => !stopped && codes.some(({ rawValue }) => told.current(rawValue)) && stop(),
          () => undefined, // no picture yet
        );
      }, LOOK_EVERY_MS);
    };
    begin().catch(() => !stopped && setRefused(true));
    return stop;
  }, []);
  return refused ? (
    <p className="mut">{t("patients.scanRefused")}</p>
  ) : (
    <video ref={video} className="scan-video" muted playsInline />
  );
}
