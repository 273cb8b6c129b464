/** A picture on a canvas: the page's policy lets no address of a blob into an <img>. */
import { useEffect, useRef, useState } from "react";

import { t } from "@/lib/i18n";
import { asProblem, type Problem } from "@/lib/problem";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { pictureOf } from "./content";

import type { FileView } from "./desk";

export function Picture({ file, edge }: { file: FileView; edge: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [bitmap, setBitmap] = useState<ImageBitmap | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let over = false;
    pictureOf(file.id, file.size).then(
      (found) => over || setBitmap(found),
      (thrown: unknown) => over || setProblem(asProblem(thrown)),
    );
    return () => {
      over = true;
    };
  }, [file.id, file.size, tries]);
  useEffect(() => {
    const target = canvas.current;
    if (!target || !bitmap) return;
    const shrink = Math.min(1, edge / Math.max(bitmap.width, bitmap.height));
    target.width = Math.round(bitmap.width * shrink);
    target.height = Math.round(bitmap.height * shrink);
    target.getContext("2d")?.drawImage(bitmap, 0, 0, target.width, target.height);
  }, [bitmap, edge]);
  const again = () => {
    setProblem(null);
    setTries(tries + 1);
  };
  if (problem) return <ProblemAlert problem={problem} onRetry={again} />;
  return (
    <>
      {bitmap === null && <LoadingRows />}
      <canvas ref={canvas} className="im" role="img" aria-label={nameOf(file)} hidden={bitmap === null} />
    </>
  );
}

export function nameOf(file: FileView): string {
  if (file.caption !== "") return file.caption;
  return file.number === null ? t("stills.picture") : t("stills.pictureN", { n: file.number });
}
