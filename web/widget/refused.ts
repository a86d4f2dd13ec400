/** What became of a form; why not, and from when on it would be possible, where the server says so. */
export type Started =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly opensAt?: number | undefined;
    };

interface Fault {
  readonly code: string;
  readonly message: string;
  readonly details?: unknown;
}

export function refused({ code, message, details }: Fault): Started {
  const opensAt =
    typeof details === "object" && details !== null && "opensAt" in details ? details.opensAt : undefined;
  return { ok: false, code, message, ...(typeof opensAt === "number" ? { opensAt } : {}) };
}
