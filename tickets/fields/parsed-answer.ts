/** What is wrong with an answer; the assistant and the pages tell it in the reader's language. */
export type FieldProblem =
  | "required"
  | "too-long"
  | "not-an-email"
  | "not-a-date"
  | "not-a-number"
  | "not-a-choice"
  | "ambiguous"
  | "unknown-field"
  | "not-found";

/** `value` is the form that is stored and parses to itself again; `display` is what the requester is shown. */
export type ParsedAnswer =
  | { readonly ok: true; readonly value: string; readonly display: string }
  | { readonly ok: false; readonly problem: FieldProblem };
