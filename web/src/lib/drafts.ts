/** Keeps what is being typed on this machine, by person and case, until it is sent or the person signs out. */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";

const NAME = "telemed";
/** House rule of the screens: nothing typed is older than this when the power fails. */
const SAVE_WITHIN_MS = 1_500;

interface Row {
  readonly user: string;
  readonly key: string;
  readonly at: number;
  readonly value: unknown;
}
interface Schema extends DBSchema {
  drafts: { key: [string, string]; value: Row };
}

let open: Promise<IDBPDatabase<Schema>> | null = null;
function database(): Promise<IDBPDatabase<Schema>> {
  open ??= openDB<Schema>(NAME, 1, {
    upgrade: (db) => void db.createObjectStore("drafts", { keyPath: ["user", "key"] }),
    terminated: () => {
      open = null;
    },
  });
  return open;
}

/** How often a person's drafts were wiped: a form that closes after that must not write its own back. */
const wipes = new Map<string, number>();
const wipesOf = (user: string): number => wipes.get(user) ?? 0;

export interface SavedDraft<T> {
  readonly value: T;
  readonly at: number;
}

export async function loadDraft<T>(user: string, key: string): Promise<SavedDraft<T> | null> {
  const row = await (await database()).get("drafts", [user, key]);
  return row ? { value: row.value as T, at: row.at } : null;
}

/** Keys of this person's drafts, newest first. */
export async function listDrafts(user: string): Promise<readonly { readonly key: string; readonly at: number }[]> {
  const rows = await (await database()).getAll("drafts", IDBKeyRange.bound([user], [user, []]));
  return rows.map(({ key, at }) => ({ key, at })).sort((a, b) => b.at - a.at);
}

/** On sign-out: what one person typed is not for the next one at a shared PC. */
export async function wipeDrafts(user: string): Promise<void> {
  wipes.set(user, wipesOf(user) + 1);
  await (await database()).delete("drafts", IDBKeyRange.bound([user], [user, []]));
}

export async function dropDraftDatabase(): Promise<void> {
  (await open)?.close();
  open = null;
  await deleteDB(NAME);
}

/** One form's draft: give it every change; it writes soon, and at once on `flush` (blur, page hidden). */
export class DraftKeeper<T> {
  readonly #user: string;
  readonly #key: string;
  readonly #onSaved: (at: number) => void;
  readonly #born: number;
  #waiting: { value: T } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(user: string, key: string, onSaved: (at: number) => void = () => undefined) {
    this.#user = user;
    this.#key = key;
    this.#onSaved = onSaved;
    this.#born = wipesOf(user);
  }

  set(value: T): void {
    this.#waiting = { value };
    this.#timer ??= setTimeout(() => void this.flush(), SAVE_WITHIN_MS);
  }

  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) this.#writing = this.#writing.then(() => this.#write(waiting.value));
    return this.#writing;
  }

  /** Sent: the draft has done its work. */
  async clear(): Promise<void> {
    this.#waiting = null;
    await this.flush();
    await (await database()).delete("drafts", [this.#user, this.#key]);
  }

  async #write(value: T): Promise<void> {
    const at = Date.now();
    try {
      const db = await database();
      if (wipesOf(this.#user) !== this.#born) return;
      await db.put("drafts", { user: this.#user, key: this.#key, at, value });
      this.#onSaved(at);
    } catch {
      // A full or forbidden store must not stop the typing; the footer simply keeps its last time.
    }
  }
}
