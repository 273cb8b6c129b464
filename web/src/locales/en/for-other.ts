/** The province, communes, coordinators, and the page of who holds no role. */
export * from "./other";
export * from "./duty";
