/** What jsdom lacks and every test may need. */
import "fake-indexeddb/auto";

import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

import { holdWords } from "@/lib/i18n";
import { en } from "@/locales/en";
import { vi as vietnamese } from "@/locales/vi";

configure({ asyncUtilTimeout: 20_000 }); // what is there ends the wait at once
holdWords("vi", vietnamese);
holdWords("en", en);

if (typeof window !== "undefined") {
  Object.defineProperty(window, "matchMedia", {
    value: (query: string) => ({
      matches: false,
      media: query,
      onchange: null,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      dispatchEvent: () => false,
    }),
  });
  class NoResizeObserver implements ResizeObserver {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal("ResizeObserver", NoResizeObserver);
  class NoMediaStream {
    getTracks = () => [];
    getAudioTracks = () => [];
    getVideoTracks = () => [];
  }
  Object.defineProperty(window, "MediaStream", { value: NoMediaStream, writable: true, configurable: true });
  Element.prototype.scrollIntoView = () => undefined;
  window.scrollTo = () => undefined;
  // jsdom draws no top layer; open and closed is all a test looks at.
  HTMLDialogElement.prototype.showModal = function () {
    this.setAttribute("open", "");
  };
  HTMLDialogElement.prototype.close = function () {
    this.removeAttribute("open");
  };
}

afterEach(() => {
  if (typeof window === "undefined") return;
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});
