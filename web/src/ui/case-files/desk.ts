/** What the list shows of what the hook knows. */
import { t } from "@/lib/i18n";

import type { CaseFilesDesk } from "./case-files";
import type { Going } from "./list";
import type { DrawingView, FileView } from "@/lib/case-files";

export type Known = Omit<CaseFilesDesk, "ink" | "going"> & {
  readonly loading: boolean;
  readonly error: unknown;
  readonly reload: () => void;
  readonly me: string;
  readonly drawings: readonly DrawingView[];
  readonly draw: CaseFilesDesk["ink"]["draw"];
  readonly erase: CaseFilesDesk["ink"]["erase"];
  readonly mine: readonly {
    readonly id: string;
    readonly kind: FileView["kind"];
    readonly sent: number;
    readonly size: number;
    readonly refused: Going["refused"];
  }[];
};

export function deskOf(known: Known): CaseFilesDesk {
  const { me, drawings, draw, erase } = known;
  return {
    ...known,
    ink: { me, drawings, draw, erase },
    going: known.mine.map((one) => ({ ...one, name: t(`files.kind_${one.kind}`) })),
  };
}
