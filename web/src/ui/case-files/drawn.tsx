/** A picture from the server on a canvas: the page's policy lets no address of a blob into an <img>. */
import { useEffect, useRef, useState } from "react";

import { pictureAt } from "@/lib/case-files";
import { asProblem, type Problem } from "@/lib/problem";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function Drawn({
  path,
  label,
  onSize,
  filter,
}: {
  path: string;
  label: string;
  onSize?: (size: Size) => void;
  filter?: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let over = false;
    pictureAt(path).then(
      (bitmap) => {
        const paper = canvas.current;
        if (over || !paper) return;
        [paper.width, paper.height] = [bitmap.width, bitmap.height];
        paper.getContext("2d")?.drawImage(bitmap, 0, 0);
        onSize?.({ width: bitmap.width, height: bitmap.height });
        setShown(path);
        setProblem(null);
      },
      (thrown: unknown) => over || setProblem(asProblem(thrown)),
    );
    return () => {
      over = true;
    };
  }, [path, tries, onSize]);
  if (problem) {
    const again = () => {
      setProblem(null);
      setTries(tries + 1);
    };
    return <ProblemAlert problem={problem} onRetry={again} />;
  }
  return (
    <>
      {shown === null && <LoadingRows rows={1} />}
      <canvas
        ref={canvas}
        role={label === "" ? undefined : "img"}
        aria-label={label === "" ? undefined : label}
        aria-hidden={label === "" || undefined}
        aria-busy={shown !== path || undefined}
        hidden={shown === null}
        style={filter === undefined ? undefined : { filter }}
      />
    </>
  );
}
