/** When a doctor takes the case before our eyes, the room opens; whoever comes back to the page later is not pulled in. */
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";

import { enterEarly } from "@/lib/call-entry";
import { useSocket } from "./socket";

import type { Summary } from "@/lib/consult-api";

const asked = new Set<string>();
/** This page asks for help in that case: its doctor comes before our eyes even where a slow line shows no waiting. */
export const asksFor = (id: string): void => void asked.add(id);

/** `before` runs first and holds nothing up: what was typed is on its way while the room opens. */
export function useEntering(summary: Summary, before?: () => void): void {
  const [, go] = useLocation();
  const socket = useSocket();
  const [first] = useState(() => (asked.has(summary.id) ? "waiting" : summary.state));
  const state = useRef<Summary["state"]>(first);
  const leave = useRef(before);
  useEffect(() => {
    leave.current = before;
  });
  useEffect(() => {
    const was = state.current;
    state.current = summary.state;
    asked.delete(summary.id);
    if (was !== "waiting" || summary.state !== "accepted" || summary.answer !== "call") return;
    // A field is sent when it is left, and this leaves the one being typed in.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (summary.call !== null) enterEarly(socket, summary.call.id);
    leave.current?.();
    go(`/consults/${summary.id}/call`);
  }, [summary.state, summary.answer, summary.id, summary.call, socket, go]);
}
