/** What went wrong, as the server names it (RFC 9457) or as the line does. Becomes a sentence only when shown. */
export interface FieldFault {
  /** JSON pointer of the field, such as `/body/vitals/0/systolic`. */
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
  /** The limits that were broken, never what was sent. */
  readonly params: Readonly<Record<string, string | number>>;
}

export type LineFault = "network" | "timeout" | "unreadable";

export class Problem extends Error {
  readonly code: string;
  readonly title: string;
  /** 0 when no answer came at all. */
  readonly status: number;
  readonly params: Readonly<Record<string, string | number>>;
  readonly errors: readonly FieldFault[];
  readonly requestId: string | null;

  constructor(from: {
    code: string;
    title?: string;
    status?: number;
    params?: Readonly<Record<string, string | number>>;
    errors?: readonly FieldFault[];
    requestId?: string | null;
  }) {
    super(from.code);
    this.name = "Problem";
    this.code = from.code;
    this.title = from.title ?? from.code;
    this.status = from.status ?? 0;
    this.params = from.params ?? {};
    this.errors = from.errors ?? [];
    this.requestId = from.requestId ?? null;
  }

  /** No answer came, or a machine on the way answered: sending again may help. */
  get isLine(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  /** The fault of one field: `problem.at("/body/question")`. */
  at(pointer: string): FieldFault | null {
    return this.errors.find((fault) => fault.pointer === pointer) ?? null;
  }
}

export function lineProblem(code: LineFault): Problem {
  return new Problem({ code });
}

type Loose = Readonly<Record<string, unknown>>;
const isLoose = (value: unknown): value is Loose => typeof value === "object" && value !== null;
const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

function paramsOf(value: unknown): Record<string, string | number> {
  return isLoose(value) ? (value as Record<string, string | number>) : {};
}

/** Reads a problem document; anything else becomes a problem named by its status, never an exception. */
export function parseProblem(body: unknown, status: number, requestId: string | null = null): Problem {
  const from = isLoose(body) ? body : {};
  const title = text(from["title"]);
  return new Problem({
    code: text(from["code"]) ?? `http_${status}`,
    ...(title === undefined ? {} : { title }),
    status: typeof from["status"] === "number" ? from["status"] : status,
    params: paramsOf(from["params"]),
    errors: Array.isArray(from["errors"])
      ? from["errors"].filter(isLoose).map((fault) => ({
          pointer: text(fault["pointer"]) ?? "",
          code: text(fault["code"]) ?? "invalid",
          message: text(fault["message"]) ?? "",
          params: paramsOf(fault["params"]),
        }))
      : [],
    requestId: text(from["request_id"]) ?? requestId,
  });
}

/** Whatever was thrown, as a problem: screens show problems only. */
export function asProblem(thrown: unknown): Problem {
  return thrown instanceof Problem ? thrown : new Problem({ code: "unexpected", title: String(thrown) });
}
