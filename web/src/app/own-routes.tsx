/** Screens that every place has for the person themselves. */
import { lazy } from "react";

import { withWords } from "@/lib/i18n";

export const SecurityScreen = lazy(() => withWords(["security"], import("@/features/my-security/screen")));
