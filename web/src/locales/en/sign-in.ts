import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/sign-in";

export const signIn: Same<typeof vi.signIn> = {
  heading: "Sign in",
  username: "User name",
  password: "Password",
  submit: "Sign in",
  submitting: "Signing in",
};
