/** DICOM: what the file says of itself, whether it speaks of our patient, and its windows of grey. */
import { useEffect, useState } from "react";

import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Chip } from "@/ui/choices";
import { KeyValues } from "@/ui/lists";

import { FreeWindow } from "./free-window";
import { PRESETS, type GreyWindow, type Look } from "./view-state";

import type { DicomView, FileView } from "@/lib/case-files";

const SHOWN = [
  "PatientName",
  "PatientBirthDate",
  "PatientSex",
  "PatientID",
  "Modality",
  "StudyDate",
  "BodyPartExamined",
  "ViewPosition",
  "StudyDescription",
  "SeriesDescription",
  "InstitutionName",
] as const;

export function Windows({
  file,
  window,
  onWindow,
}: {
  file: FileView;
  window: Look["window"];
  onWindow: (window: Look["window"]) => void;
}) {
  const [said, setSaid] = useState<DicomView | null>(null);
  const [free, setFree] = useState(false);
  useEffect(() => {
    let over = false;
    ok(api.GET("/api/files/{id}/dicom", { params: { path: { id: file.id } } })).then(
      (found) => over || setSaid(found),
      () => undefined, // its pictures stand without
    );
    return () => {
      over = true;
    };
  }, [file.id]);
  if (said === null) return null;
  const isCt = said.tags["Modality"] === "CT";
  const proposed = said.windows.flatMap(([center, width]) =>
    center === undefined || width === undefined ? [] : [[center, width] as const],
  );
  const start: GreyWindow = window ?? proposed[0] ?? PRESETS.soft;
  const same = (one: GreyWindow) => window !== null && window[0] === one[0] && window[1] === one[1];
  return (
    <div className="stack t">
      {said.differs.length > 0 && (
        <Banner tone="warn" title={t("files.differsTitle")}>
          {t("files.differsText", { what: said.differs.map((tag) => t(`files.tag_${tag}`)).join(", ") })}
        </Banner>
      )}
      <div className="row" role="group" aria-label={t("files.windows")}>
        <Chip pressed={window === null} onClick={() => onWindow(null)}>
          {t("files.windowOwn")}
        </Chip>
        {isCt &&
          (Object.keys(PRESETS) as (keyof typeof PRESETS)[]).map((name) => (
            <Chip key={name} pressed={same(PRESETS[name])} onClick={() => onWindow(PRESETS[name])}>
              {t(`files.window_${name}`)}
            </Chip>
          ))}
        {proposed.slice(1).map((one) => (
          <Chip key={one.join("/")} pressed={same(one)} onClick={() => onWindow(one)}>
            {t("files.windowOf", { center: one[0], width: one[1] })}
          </Chip>
        ))}
        <Chip pressed={free} onClick={() => setFree(!free)}>
          {t("files.windowFree")}
        </Chip>
      </div>
      {free && <FreeWindow key={start.join("/")} from={start} onSet={onWindow} />}
      <details className="more">
        <summary>{t("files.tags")}</summary>
        <KeyValues
          items={SHOWN.flatMap((tag) => {
            const text = said.tags[tag];
            return text === undefined ? [] : [[t(`files.tag_${tag}`), text] as const];
          })}
        />
      </details>
    </div>
  );
}
