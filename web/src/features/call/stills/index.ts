/** Pictures in a call, fetched while the two already talk. */
export { OnStage } from "./on-stage";
export { PicturesTab } from "./tab";
