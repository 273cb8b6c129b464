/** The app's one Trusted Types policy: the only text that may become a program's address is that of our service worker. */

/** As TypeScript 5.9 does not know it yet. What `createScriptURL` gives stands for a string where a browser wants an address. */
interface Factory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL: (address: string) => string };
}

/** The server's content policy names it too (`telemed/infra/security.py`) and lets no second one be made. */
const NAME = "telemed";
const WORKER = "/sw.js";

/** The service worker's address, in the form in which this browser takes it. */
export function workerAddress(): string {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  if (!factory) return WORKER;
  const policy = factory.createPolicy(NAME, {
    createScriptURL: (address) => {
      if (address !== WORKER) throw new TypeError("not a program of ours");
      return address;
    },
  });
  return policy.createScriptURL(WORKER);
}
