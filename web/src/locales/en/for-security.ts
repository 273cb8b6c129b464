export * from "./security";
export * from "./problem-late";
