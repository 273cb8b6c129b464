/** Photographs of a request: picked or taken here, kept on this device, sent after the words. */
import { useEffect, useRef, useState } from "react";

import { t } from "@/lib/i18n";
import { dropPhoto, photoOf, takePhoto, type Photo } from "@/lib/photos";
import { Button, IconButton } from "@/ui/button";
import { FieldError } from "@/ui/choices";

const MOST = 12;
const SIDE = 112;

export default function Photos({
  photos,
  onPhotos,
}: {
  photos: readonly Photo[];
  onPhotos: (change: (now: readonly Photo[]) => readonly Photo[]) => void;
}) {
  const pick = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [bad, setBad] = useState(false);
  const take = async (files: FileList | null) => {
    setBusy(true);
    setBad(false);
    for (const file of files ?? []) {
      try {
        const photo = await takePhoto(file);
        onPhotos((now) => [...now, photo].slice(0, MOST));
      } catch {
        setBad(true);
      }
    }
    setBusy(false);
    if (pick.current) pick.current.value = "";
  };
  return (
    <fieldset className="fs">
      <legend>
        {t("away.photos")} <small>{t("away.photosText")}</small>
      </legend>
      {photos.length > 0 && (
        <ul className="row rq-photos">
          {photos.map((photo, place) => (
            <li key={photo.id}>
              <Thumb photo={photo} n={place + 1} />
              <IconButton
                icon="x"
                label={t("away.photoDrop", { n: place + 1 })}
                onClick={() => {
                  onPhotos((now) => now.filter(({ id }) => id !== photo.id));
                  void dropPhoto(photo.id);
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <input
        ref={pick}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t("away.addPhoto")}
        onChange={(event) => void take(event.target.files)}
      />
      <div>
        <Button icon="camera" busy={busy} disabled={photos.length >= MOST} onClick={() => pick.current?.click()}>
          {busy ? t("away.photoWait") : t("away.addPhoto")}
        </Button>
      </div>
      {bad && (
        <div role="alert">
          <FieldError>{t("away.photoBad")}</FieldError>
        </div>
      )}
    </fieldset>
  );
}

/** Drawn, not addressed: the page's content policy lets no picture in by a blob's address. */
function Thumb({ photo: { id, width, height }, n }: { photo: Photo; n: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shrink = SIDE / Math.max(width, height);
  useEffect(() => {
    const draw = async () => {
      const blob = await photoOf(id);
      const paper = canvas.current;
      if (blob === null || paper === null) return;
      const picture = await createImageBitmap(blob, { resizeWidth: paper.width, resizeHeight: paper.height });
      paper.getContext("2d")?.drawImage(picture, 0, 0);
      picture.close();
    };
    draw().catch(() => undefined);
  }, [id]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={t("away.photoAlt", { n })}
      width={Math.max(1, Math.round(width * shrink))}
      height={Math.max(1, Math.round(height * shrink))}
    />
  );
}
