/** Pictures, phones as cameras: fetched once the two see each other, or when somebody looks at the tab. */
import { nameWords, withWords } from "@/lib/i18n";

import { later } from "@/ui/later";

nameWords({ stills: () => import("@/locales/vi/for-stills") }, { stills: () => import("@/locales/en/for-stills") });

const part = () => withWords(["consult", "stills"], import("./stills"));
export const StillsOnStage = later(async () => (await part()).OnStage, "quiet").Part;
const tab = later(async () => (await part()).PicturesTab);
export const PicturesTab = tab.Part;
export const fetchStills = tab.fetch;
