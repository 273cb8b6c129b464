/** All words on screen; keys are `namespace.key`. The page loads them by group, `for-*.ts`: whole they serve types and tests. */
import * as all from "./for-all";
import * as consult from "./for-consult";
import * as station from "./for-station";
import * as papers from "./for-papers";
import * as hospital from "./for-hospital";
import * as log from "./for-log";
import * as other from "./for-other";

export const vi = { ...all, ...consult, ...station, ...papers, ...hospital, ...log, ...other } as const;

export type Source = typeof vi;
/** What a second language owes for one Vietnamese file: the same keys. */
export type Same<T> = { readonly [K in keyof T]: string };
export type Dictionary = { readonly [N in keyof Source]: Same<Source[N]> };
