/** The ways in and out: password, PIN, security key, invitation; lock and unlock. */
import { api, enter, ok, type SessionAnswer } from "./http-client";
import { getPasskey } from "./passkeys";

import type { Schema } from "@/wire/schema";

export type Device = Schema<"DeviceView">;
export type DevicePerson = Device["people"][number];
export type Lock = NonNullable<SessionAnswer["locked"]>;

export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** From the authenticator app, or a recovery code. */
  readonly code: string | null;
  readonly shared: boolean;
}

export const signIn = (credentials: Credentials): Promise<SessionAnswer> => enter("/api/session", credentials);

export const signInByPin = (person: string, pin: string): Promise<SessionAnswer> =>
  enter("/api/session/pin", { person_id: person, pin });

export async function signInByPasskey(shared: boolean): Promise<SessionAnswer> {
  const { ceremony, options } = await ok(api.POST("/api/session/passkey/options"));
  return enter("/api/session/passkey", { ceremony, credential: await getPasskey(options), shared });
}

export type Proof = { readonly pin: string } | { readonly password: string; readonly code: string | null };

export const unlock = (proof: Proof): Promise<SessionAnswer> => enter("/api/session/unlock", proof);

export const lockSession = (): Promise<unknown> => ok(api.POST("/api/session/lock"));

/** What this browser may know before anyone signs in: whether people share it, and who has used it. */
export const fetchDevice = (): Promise<Device> => ok(api.GET("/api/session/device"));

export const openInvitation = (token: string): Promise<Schema<"InvitationView">> =>
  ok(api.POST("/api/invitations/open", { body: { token } }));

export const acceptInvitation = (answer: Schema<"InvitationAnswer">): Promise<SessionAnswer> =>
  enter("/api/invitations/accept", answer);
