/** What happened to media besides figures, as lines of the timeline. Pure. */
import { t, tryT, word } from "@/lib/i18n";

import type { Entry, Said } from "./timeline-state";

/** `undefined`: not of these. */
export function sayIncident({ kind, params }: Entry, who: string): Said | undefined {
  const value = params["value"] ?? "";
  switch (kind) {
    case "incident_rung":
      return rungSaid(value, who, tryT(`rungWhy.${params["cause"] ?? ""}`) ?? "");
    case "incident_forced":
      return value === ""
        ? { tone: "plain", icon: "refresh", title: t("timeline.unforced", { who }) }
        : { tone: "plain", icon: "user", title: t("timeline.forced", { who, rung: word("rungName", value) }) };
    case "incident_ice_restart":
      return { tone: "plain", icon: "refresh", title: t("timeline.iceRestart", { who }) };
    case "incident_rebuilt":
      return { tone: "plain", icon: "refresh", title: t("timeline.rebuilt", { who }) };
    case "incident_relay_only":
      return { tone: "plain", icon: "swap", title: t("timeline.relayOnly", { who }), why: t("timeline.relayKept") };
    case "incident_camera_fault":
      return faultSaid(value, t("timeline.cameraFault", { who }), t("timeline.cameraBack", { who }));
    case "incident_microphone_fault":
      return faultSaid(value, t("timeline.microphoneFault", { who }), t("timeline.microphoneBack", { who }));
    case "incident_server_restarted":
      return { tone: "bad", icon: "refresh", title: t("timeline.serverRestarted") };
    default:
      return undefined;
  }
}

function rungSaid(rung: string, who: string, why: string): Said {
  switch (rung) {
    case "video":
      return { tone: "good", icon: "video", title: t("timeline.rungVideo", { who }), why };
    case "low_video":
      return { tone: "plain", icon: "video", title: t("timeline.rungLow", { who }), why };
    case "voice":
      return { tone: "plain", icon: "mic", title: t("timeline.rungVoice", { who }), why };
    case "text":
      return { tone: "bad", icon: "chat", title: t("timeline.rungText", { who }), why };
    default:
      return { tone: "bad", icon: "phone", title: t("timeline.rungPhone", { who }), why };
  }
}

function faultSaid(value: string, broken: string, mended: string): Said {
  return value === ""
    ? { tone: "good", icon: "check", title: mended }
    : { tone: "bad", icon: "alert", title: broken, why: tryT(`faultWhy.${value}`) ?? "" };
}
