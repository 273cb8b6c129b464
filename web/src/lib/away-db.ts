/** What this device keeps for the day without a link, in one database of its own: gone with whoever signs out. */
export const AWAY = "telemed-away";

const KEYS = { outbox: "id", blobs: "id", answers: "key", keys: "user", passes: "id" } as const;
type Store = keyof typeof KEYS;

let open: Promise<IDBDatabase> | null = null;
/** Wiped while this page was open: what still comes in must not begin a new one. */
let wiped = false;

/** Somebody is signed in (again). */
export function beginAway(): void {
  wiped = false;
}

function database(): Promise<IDBDatabase> {
  if (wiped) return Promise.reject(new DOMException("wiped", "InvalidStateError"));
  open ??= new Promise((resolve, reject) => {
    const opening = indexedDB.open(AWAY, 1);
    opening.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(KEYS)) opening.result.createObjectStore(name, { keyPath });
    };
    opening.onerror = () => reject(faultOf(opening));
    opening.onsuccess = () => {
      const db = opening.result;
      const gone = () => {
        open = null;
      };
      db.onversionchange = () => {
        wiped = true;
        gone();
        db.close();
      };
      db.onclose = gone;
      resolve(db);
    };
  });
  open.catch(() => {
    open = null;
  });
  return open;
}

const faultOf = ({ error }: { readonly error: DOMException | null }) => error ?? new DOMException("no reason given");

/** Done when the browser has written it, not when it was asked to. */
async function act<T>(
  stores: readonly Store[],
  mode: IDBTransactionMode,
  work: (at: (name: Store) => IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await database();
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(stores, mode, { durability: "strict" });
    const asked = work((name) => transaction.objectStore(name));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(faultOf(transaction));
  });
}

export const readOne = <T>(store: Store, key: string): Promise<T | undefined> =>
  act([store], "readonly", (at) => at(store).get(key) as IDBRequest<T | undefined>);

export const readAll = <T>(store: Store): Promise<T[]> =>
  act([store], "readonly", (at) => at(store).getAll() as IDBRequest<T[]>);

export const keysOf = (store: Store): Promise<IDBValidKey[]> =>
  act([store], "readonly", (at) => at(store).getAllKeys());

export const write = (store: Store, ...rows: readonly object[]): Promise<unknown> =>
  act([store], "readwrite", (at) => {
    for (const row of rows) at(store).put(row);
    return at(store).count();
  });

/** Takes rows of several stores away at once, or none. */
export const remove = (...rows: readonly (readonly [Store, string])[]): Promise<unknown> =>
  act([...new Set(rows.map(([store]) => store))], "readwrite", (at) => {
    for (const [store, key] of rows) at(store).delete(key);
    return at(rows[0]?.[0] ?? "outbox").count();
  });
