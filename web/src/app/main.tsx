/** Starts the page: styles, language, service worker, the app. */
import "@/ui/tokens.css";
import "@/ui/ui.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { setLanguage } from "@/lib/i18n";
import { takeInviteToken } from "@/lib/invite-token";

import { App } from "./app";
import { keepAppOffline } from "./offline";

takeInviteToken();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

const start = () =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );

// English is another file: without network, start in Vietnamese rather than not at all.
if (localStorage.getItem("telemed.language") === "en") setLanguage("en").then(start, start);
else start();

// A phone that is a camera for once keeps nothing.
if (location.pathname !== "/phone") keepAppOffline();
