/** What is needed once something happens in the room, in one file with its words: judging the link, banner, dialogs. */
import "./in-call.css";

export { worstNews } from "./banner";
export { BeforeTab } from "./before-tab";
export { Cause } from "./cause";
export { Detail } from "./detail";
export { EndDialog } from "./end-dialog";
export { Dead, Mute } from "./fallen";
export { Figures } from "./figures";
export { learnCodecs } from "@/lib/codecs";
export { shareLink } from "@/lib/link-share";
export { watchPicture } from "@/lib/picture-pause";
export { looked } from "./looking";
export { measurement } from "./measure";
export { Elsewhere, Ended, NoRoom, Refused } from "./outside";
