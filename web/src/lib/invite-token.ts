/** The secret of an invitation link. It leaves the address bar before anything else is drawn, and is kept in no store. */
let token: string | null = null;

export function takeInviteToken(): void {
  if (location.pathname !== "/invite" || location.hash.length < 2) return;
  token = location.hash.slice(1);
  history.replaceState(null, "", "/invite");
}

export const inviteToken = (): string | null => token;

export function forgetInviteToken(): void {
  token = null;
}
