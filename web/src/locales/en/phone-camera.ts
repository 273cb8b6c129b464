import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/phone-camera";

export const phoneCamera: Same<typeof vi.phoneCamera> = {
  title: "Camera of a consult",
  digits: "The 6 digits on the station's screen",
  enter: "Be its camera",
  entering: "Coming in",
  about: "This phone is a camera for one consult only. No sign-in, and nothing stays on it.",
  of: "Camera of {station}",
  picture: "This camera's picture",
  take: "Take a picture",
  taking: "Taking it",
  wanted: "The station asks for: {what}",
  wantedAny: "The station asks for a picture",
  sending: "{sent} of {size} KB sent",
  sent: "The picture is in the record.",
  turn: "Other camera",
  leave: "Stop being a camera",
  over: "This phone is no camera any more",
  overText: "The consult is over, or the station sent it away. Nothing is left on this phone.",
  noCamera: "The camera could not be opened. Allow this page to use it and try again.",
  insecure: "Browsers give a camera to https addresses only. Ask the operator for the right address.",
  lineLost: "No network; it comes back by itself.",
  again: "Try again",
};
