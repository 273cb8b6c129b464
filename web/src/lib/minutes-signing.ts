/** What signing and correcting minutes ask of the server, and how two texts of them differ. Comes late: with the signing. */
import { api, ok } from "./http-client";
import { cleaned, FIELDS, toldOf, type FieldName, type MinutesView } from "./minutes-state";
import { getPasskey } from "./passkeys";
import { Problem } from "./problem";
import { uuid7 } from "./uuid7";

import type { MinutesDesk } from "./minutes-desk";
import type { Schema } from "@/wire/schema";

/** By what a signer shows who they are: one of the two. */
export type Proof = Pick<Schema<"SignCommand">, "password"> | Pick<Schema<"SignCommand">, "passkey">;

const loadNewest = (consult: string): Promise<MinutesView> =>
  ok(api.GET("/api/consults/{id}/minutes", { params: { path: { id: consult } } }));

/** The text as it stands on the server, with all that was typed here: what a signer reads, word for word. */
export async function toSign(desk: MinutesDesk): Promise<MinutesView> {
  await desk.settled();
  return desk.take(await loadNewest(desk.consult));
}

/**
 * Signs the lines one has of the text that was read. What else the paper holds (who left the call when) may be newer.
 *
 * Throws `minutes.document_changed` when the words are no longer those that were read; nothing is signed then.
 */
export async function sign(
  desk: MinutesDesk,
  read: MinutesView,
  prove: (fresh: MinutesView) => Promise<Proof>,
): Promise<void> {
  const fresh = desk.take(await loadNewest(desk.consult));
  if (fresh.id !== read.id || differences(read, fresh).length > 0) {
    throw new Problem({ code: "minutes.document_changed", status: 409 });
  }
  const path = { id: read.id, signature_id: uuid7() };
  const body = { lines: read.my_lines, document_hash: fresh.document_hash, ...(await prove(fresh)) };
  desk.take(await ok(api.POST("/api/minutes/{id}/signatures/{signature_id}", { params: { path }, body })));
}

/** A passkey's answer for exactly this text: its hash is part of what the key signs. */
export async function passkeyProof(read: MinutesView): Promise<Proof> {
  const path = { params: { path: { id: read.id } } };
  const asked = await ok(
    api.POST("/api/minutes/{id}/passkey-options", { ...path, body: { document_hash: read.document_hash } }),
  );
  const credential = (await getPasskey(asked.options)) as Schema<"AssertedCredential">;
  return { passkey: { ceremony: asked.ceremony, credential } };
}

/** Says for this side that an item was read out as `read` has it. */
export async function readBack(desk: MinutesDesk, read: MinutesView, field: FieldName): Promise<MinutesView> {
  const path = { id: read.id, change_id: uuid7() };
  const body = { field, seen_version: toldOf(read, field).version };
  return desk.take(await ok(api.POST("/api/minutes/{id}/read-back/{change_id}", { params: { path }, body })));
}

export const loadEdition = (id: string): Promise<MinutesView> =>
  ok(api.GET("/api/minutes/{id}", { params: { path: { id } } }));

export const beginEdition = (id: string, new_id: string, reason: string): Promise<MinutesView> =>
  ok(api.PUT("/api/minutes/{id}/editions/{new_id}", { params: { path: { id, new_id } }, body: { reason } }));

export const discardEdition = (id: string): Promise<MinutesView> =>
  ok(api.POST("/api/minutes/{id}/discard", { params: { path: { id } } }));

export const sealAgain = (id: string): Promise<MinutesView> =>
  ok(api.POST("/api/minutes/{id}/seal", { params: { path: { id } } }));

export interface Difference {
  /** null: an opinion that was added. */
  readonly field: FieldName | null;
  readonly before: string;
  readonly after: string;
}

/** What one text of the minutes says otherwise than another, in the order of the paper. */
export function differences(before: MinutesView, after: MinutesView): readonly Difference[] {
  const text = (view: MinutesView, field: FieldName) => cleaned(view.fields[field]?.text ?? "");
  const known = new Set(before.opinions.map(({ id }) => id));
  return [
    ...FIELDS.filter((field) => text(before, field) !== text(after, field)).map((field) => ({
      field,
      before: text(before, field),
      after: text(after, field),
    })),
    ...after.opinions
      .filter(({ id }) => !known.has(id))
      .map((said) => ({ field: null, before: "", after: `${said.by.name}: ${said.text}` })),
  ];
}

export interface Piece {
  readonly text: string;
  readonly kind: "same" | "gone" | "new";
}

/** Longer texts than this (words × words) are shown whole, old and new: a page must not stand still over them. */
const MOST = 1_000_000;

/** The words of two texts as one, each marked as kept, gone or new (longest common run of words). */
export function wordsOf(before: string, after: string): readonly Piece[] {
  const a = before.split(/(\s+)/).filter((word) => word !== "");
  const b = after.split(/(\s+)/).filter((word) => word !== "");
  const found: Piece[] = [];
  const put = (kind: Piece["kind"], text: string) => {
    const last = found.at(-1);
    if (last?.kind === kind) found[found.length - 1] = { kind, text: last.text + text };
    else found.push({ kind, text });
  };
  if (a.length * b.length > MOST) {
    if (before !== "") put("gone", before);
    if (after !== "") put("new", after);
    return found;
  }
  const width = b.length + 1;
  // How many words the rests from (i, j) on have in common.
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [old, fresh] = [a[i], b[j]];
    if (old !== undefined && old === fresh) {
      put("same", old);
      i += 1;
      j += 1;
    } else if (fresh === undefined || (old !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      put("gone", old ?? "");
      i += 1;
    } else {
      put("new", fresh);
      j += 1;
    }
  }
  return found;
}
