/** Keeps what is being typed on this machine, by person and case, until it is sent or the person signs out. */
const NAME = "telemed";
/** House rule of the screens: nothing typed is older than this when the power fails. */
const SAVE_WITHIN_MS = 1_500;

interface Row {
  readonly user: string;
  readonly key: string;
  readonly at: number;
  readonly value: unknown;
}

const STORE = "drafts";

let open: Promise<IDBDatabase> | null = null;
function database(): Promise<IDBDatabase> {
  open ??= new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => void opening.result.createObjectStore(STORE, { keyPath: ["user", "key"] });
    opening.onerror = () => reject(faultOf(opening));
    opening.onsuccess = () => {
      const db = opening.result;
      // Another tab wipes it: nobody shall hold it open.
      db.onversionchange = () => {
        open = null;
        db.close();
      };
      db.onclose = () => {
        open = null;
      };
      resolve(db);
    };
  });
  return open;
}

/** One act in the store; done when the browser has written it, not when it was asked to. */
function inStore<T>(
  db: IDBDatabase,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(STORE, mode);
    const asked = act(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(faultOf(transaction));
  });
}

const faultOf = ({ error }: { readonly error: DOMException | null }) => error ?? new DOMException("no reason given");

/** How often all was wiped: a form that closes after that must not write its own back. */
let wipes = 0;

export interface SavedDraft<T> {
  readonly value: T;
  readonly at: number;
}

export async function loadDraft<T>(user: string, key: string): Promise<SavedDraft<T> | null> {
  const row = await inStore<Row | undefined>(
    await database(),
    "readonly",
    (store) => store.get([user, key]) as IDBRequest<Row | undefined>,
  );
  return row ? { value: row.value as T, at: row.at } : null;
}

/** Keys of this person's drafts, newest first. */
export async function listDrafts(user: string): Promise<readonly { readonly key: string; readonly at: number }[]> {
  const ofUser = IDBKeyRange.bound([user], [user, []]);
  const rows = await inStore(await database(), "readonly", (store) => store.getAll(ofUser) as IDBRequest<Row[]>);
  return rows.map(({ key, at }) => ({ key, at })).sort((a, b) => b.at - a.at);
}

/** On sign-out, whoever typed it: from a machine that several people use nobody shall read what is left. */
export async function wipeDrafts(): Promise<void> {
  wipes++;
  await dropDraftDatabase();
}

export async function dropDraftDatabase(): Promise<void> {
  (await open)?.close();
  open = null;
  await dropDatabase(NAME);
}

/** Emptied first: as long as another tab sleeps on it, the browser takes nothing away. */
export async function dropDatabase(name: string): Promise<void> {
  await empty(name).catch(() => undefined);
  await new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = deleting.onblocked = () => resolve();
    deleting.onerror = () => reject(faultOf(deleting));
  });
}

async function empty(name: string): Promise<void> {
  // To open what is not there would make it; it may be going just now.
  if (!(await indexedDB.databases()).some((one) => one.name === name)) return;
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => reject(faultOf(opening));
    opening.onsuccess = () => {
      const db = opening.result;
      const all = db.transaction([...db.objectStoreNames], "readwrite");
      for (const store of db.objectStoreNames) all.objectStore(store).clear();
      all.oncomplete = () => resolve();
      all.onabort = () => reject(faultOf(all));
      db.close();
    };
  });
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
    this.#born = wipes;
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
    await inStore(await database(), "readwrite", (store) => store.delete([this.#user, this.#key]));
  }

  async #write(value: T): Promise<void> {
    const at = Date.now();
    try {
      const db = await database();
      if (wipes !== this.#born) return;
      await inStore(db, "readwrite", (store) =>
        store.put({ user: this.#user, key: this.#key, at, value } satisfies Row),
      );
      this.#onSaved(at);
    } catch {
      // A full or forbidden store must not stop the typing; the footer simply keeps its last time.
    }
  }
}
