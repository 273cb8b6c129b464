/** Cases opened for a reason, their review, and what patients ask about their data. */
export * from "./access";
export * from "./data-request";
export * from "./problem-late";
