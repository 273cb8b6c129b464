/** Security keys, in the browser's own words. It reads and writes the server's JSON by itself. */
type Json = Readonly<Record<string, unknown>>;

/** Browsers offer keys to secure pages alone; old ones cannot read the server's words. */
export function passkeysHere(): boolean {
  return (
    globalThis.isSecureContext &&
    typeof PublicKeyCredential === "function" &&
    typeof (PublicKeyCredential as Partial<typeof PublicKeyCredential>).parseRequestOptionsFromJSON === "function"
  );
}

export async function getPasskey(options: Json): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  return said(await navigator.credentials.get({ publicKey }));
}

export async function createPasskey(options: Json): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  return said(await navigator.credentials.create({ publicKey }));
}

function said(credential: Credential | null): unknown {
  return (credential as PublicKeyCredential).toJSON();
}

/** The person closed the browser's window, or let it time out: no fault to speak of. */
export const wasDismissed = (fault: unknown): boolean =>
  fault instanceof DOMException && (fault.name === "NotAllowedError" || fault.name === "AbortError");
