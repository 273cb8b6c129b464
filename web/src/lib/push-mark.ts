/** Which address for pushes the server knows of this browser, and whose: light, because signing out asks for it. */
export const PUSH_MARK = "telemed.push";

/** The subscription's id, the person's, and where the browser's maker takes its pushes. */
export const pushMark = (): readonly string[] | null => localStorage.getItem(PUSH_MARK)?.split(" ") ?? null;
