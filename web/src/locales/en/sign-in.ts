import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/sign-in";

export const signIn: Same<typeof vi.signIn> = {
  heading: "Sign in",
  lead: "Remote consultation between commune health stations and hospitals, Lai Châu province.",
  username: "User name",
  password: "Password",
  show: "Show password",
  submit: "Sign in",
  submitting: "Signing in",
  forgot: "Password forgotten: ask the head of the station or the hospital's administrator. No recovery by message.",
  ended: "The last session has ended. Sign in to go on; drafts on this device are kept.",
  wrong: "User name or password is wrong. Check capitals and the Vietnamese keyboard.",
  tooMany: "Too many wrong tries. Try again in {time}.",
  tooManyOver: "You may try again now.",
  needBoth: "Fill in user name and password.",
  emergency: "An emergency and not signed in?",
  emergencyCall: "Call emergency duty",
  demoTitle: "Demo: everyone in here is invented",
  demoText: "No real patients, no real doctors. Do not enter a real patient's data.",
  accountsTitle: "Which role would you like to try?",
  accountsText: "Tap a name: user name and password are filled in, then press Sign in.",
  groupStation: "Commune health station",
  groupHospital: "Hospital doctors",
  groupManage: "Coordination, management",
  filled: "Account {name} is filled in. Press Sign in.",
  robotTitle: "Robot doctor",
  robotText:
    "Switched on, one person alone can live through a whole case: ask at the station, a few seconds later the robot answers with picture and sound and writes a short conclusion.",
  robotOn: "On",
  robotOff: "Off",
  robotFailed: "The robot doctor could not be switched. Try again.",
};
