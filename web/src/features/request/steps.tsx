/** The second and the third step, in one file: fetched while the first is filled in. */
export { StepAsk } from "./step-ask";
export { StepExam } from "./step-exam";
