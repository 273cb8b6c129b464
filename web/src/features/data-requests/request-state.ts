/** What is still missing before a request is taken down. */
import { t } from "@/lib/i18n";

import type { Schema } from "@/wire/schema";

export type RequestKind = Schema<"RequestKind">;
export const KINDS = ["export", "correction", "erasure"] as const satisfies readonly RequestKind[];

export interface Filed {
  readonly kind: RequestKind | null;
  readonly askedBy: string;
  readonly words: string;
}

export type Faults = Partial<Record<"patient" | keyof Filed, string>>;

export function faultsOf(patient: string | null, said: Filed): Faults {
  return {
    ...(patient === null && { patient: t("dataRequest.patientNeeded") }),
    ...(said.kind === null && { kind: t("dataRequest.kindNeeded") }),
    ...(said.askedBy.trim().length < 2 && { askedBy: t("dataRequest.askedByNeeded") }),
    ...(said.words.trim().length < 2 && { words: t("dataRequest.wordsNeeded") }),
  };
}
