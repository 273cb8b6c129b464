/** Sends one thing of the outbox: a request as it stands, one field of it, a note, a photograph from where it stopped (tus 1.0). */
import { readOne } from "./away-db";
import { changeConsult, correctPatient, fetchConsult, logPhoneCall, type Detail, type Summary } from "./consult-api";
import { api, authorized, ok } from "./http-client";
import { Differs, textOf, type FieldJob, type Job } from "./outbox";
import { asProblem, lineProblem, Problem } from "./problem";
import { ensurePatient, particulars, storeRequest } from "./request-store";
import { sendBlob } from "./tus";

export async function sendJob(job: Job, progress: (sent: number) => void): Promise<Summary | null> {
  switch (job.kind) {
    case "request":
      try {
        return await storeRequest(job);
      } catch (thrown) {
        throw asProblem(thrown).code === "stale" ? await differing(job, asProblem(thrown)) : thrown;
      }
    case "field":
      return sendField(job);
    case "note":
      return logPhoneCall(job.consult, job.note, job.body);
    case "photo":
      await sendPhoto(job, progress);
      return null;
  }
}

/** Field by field: what only one end wrote is kept of each, and where both did neither is lost. */
async function sendField(job: FieldJob): Promise<Summary | null> {
  const { consult, id, seen, change, patient, field, before } = job;
  if (patient?.known === true) await correctPatient(patient.id, particulars(patient.body));
  else if (patient !== null) await ensurePatient(patient);
  if (change === null) return null;
  try {
    return await changeConsult(consult, seen, change, id);
  } catch (thrown) {
    const mine = textOf(job);
    if (asProblem(thrown).code !== "stale" || mine === undefined) throw thrown;
    const { request, summary } = await fetched(consult, asProblem(thrown));
    const theirs = request[field as "history"];
    if (theirs === mine) return summary;
    if (!before.includes(theirs)) throw new Differs(field, mine, theirs, summary.version);
    // Our own words of before, whose answer was lost.
    return changeConsult(consult, summary.version, change);
  }
}

/** Which field both ends wrote, and what each of them wrote. */
async function differing(job: Extract<Job, { kind: "request" }>, stale: Problem): Promise<Error> {
  const field = stale.errors[0]?.pointer.split("/").at(-1) ?? "";
  const { request, summary } = await fetched(job.consult, stale);
  const mine = job.onTop?.change?.request?.[field as "reason"];
  const theirs = request[field as "reason"] as string | undefined;
  return mine === undefined || theirs === undefined ? stale : new Differs(field, mine, theirs, summary.version);
}

/** As the server has it: what this device kept from before must not be taken for a colleague's words. */
async function fetched(consult: string, { params }: Problem): Promise<Detail> {
  const found = await fetchConsult(consult);
  if (found.summary.version < Number(params["version"] ?? 0)) throw lineProblem("network");
  return found;
}

async function sendPhoto(
  { file, body }: Extract<Job, { kind: "photo" }>,
  progress: (sent: number) => void,
): Promise<void> {
  const kept = await readOne<{ readonly blob: Blob }>("blobs", file);
  if (kept === undefined) throw new Problem({ code: "missing", status: 404 });
  const view = await ok(api.PUT("/api/files/{id}", { params: { path: { id: file } }, body }));
  if (view.state === "kept") return;
  await sendBlob({ root: "/api", ask: authorized }, file, kept.blob, { progress });
}
