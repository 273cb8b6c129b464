/** What one may see and change of one's own account. */
import { api, ok } from "@/lib/http-client";
import { createPasskey } from "@/lib/passkeys";
import { uuid7 } from "@/lib/uuid7";

import type { Schema } from "@/wire/schema";

export type Security = Schema<"SecurityView">;
export type TotpSecret = Schema<"TotpSecret">;

const at = (id: string) => ({ params: { path: { id } } });

export const fetchSecurity = (): Promise<Security> => ok(api.GET("/api/me/security"));

export const changePassword = (current: string, next: string): Promise<unknown> =>
  ok(api.POST("/api/me/password", { body: { current, new: next } }));

export const setPin = (pin: string, password: string): Promise<unknown> =>
  ok(api.PUT("/api/me/pin", { body: { pin, password } }));
export const removePin = (): Promise<unknown> => ok(api.DELETE("/api/me/pin"));

export const beginTotp = (password: string): Promise<TotpSecret> =>
  ok(api.POST("/api/me/totp", { body: { password } }));
export const confirmTotp = async (code: string): Promise<readonly string[]> =>
  (await ok(api.POST("/api/me/totp/confirm", { body: { code } }))).codes;
export const removeTotp = (password: string): Promise<unknown> =>
  ok(api.POST("/api/me/totp/remove", { body: { password } }));

/** Answers the recovery codes that come with the first second factor. */
export async function addPasskey(name: string, password: string): Promise<readonly string[]> {
  const { ceremony, options } = await ok(api.POST("/api/me/passkeys/options", { body: { password } }));
  const credential = (await createPasskey(options)) as Schema<"CreatedCredential">;
  const added = await ok(api.PUT("/api/me/passkeys/{id}", { ...at(uuid7()), body: { ceremony, credential, name } }));
  return added.codes ?? [];
}
export const removePasskey = (id: string): Promise<unknown> => ok(api.DELETE("/api/me/passkeys/{id}", at(id)));

export const newCodes = async (password: string): Promise<readonly string[]> =>
  (await ok(api.POST("/api/me/recovery-codes", { body: { password } }))).codes;

export const revokeDevice = (id: string): Promise<unknown> => ok(api.DELETE("/api/me/devices/{id}", at(id)));
export const endSignIn = (id: string): Promise<unknown> => ok(api.DELETE("/api/me/sign-ins/{id}", at(id)));
