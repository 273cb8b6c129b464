/** Takes a file of the roster away, or opens one for printing, behind the bearer. */
import { fileUrl } from "./http-client";

export async function saveFile(path: string, name: string): Promise<void> {
  const link = document.createElement("a");
  link.href = await fileUrl(path);
  link.download = name;
  link.click();
}

/** The page is opened by the click itself: one opened later would be blocked. */
export async function openFile(path: string): Promise<void> {
  const page = window.open("", "_blank");
  try {
    const url = await fileUrl(path);
    if (page) page.location.href = url;
    else location.assign(url);
  } catch (thrown) {
    page?.close();
    throw thrown;
  }
}
