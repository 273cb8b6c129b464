/** The station's screens until both are face to face. */
export * from "./station-home";
export * from "./request";
export * from "./emergency";
export * from "./waiting";
