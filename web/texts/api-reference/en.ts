/** Texts of the reference of the API. */
export const apiReferenceEn = {
  title: "REST API",
  hint: "Every address of this desk, made from the schemas that check what comes in.",
  rules:
    "Programs bring a token made under Administration → Integrations, as Authorization: Bearer. Lists tell next: give it as after to go on. A POST takes an Idempotency-Key, a GET an If-None-Match, a PUT an If-Match.",
  find: "Search addresses",
  "found.one": "{count} address",
  "found.other": "{count} addresses",
  open: "Open to anybody",
  closed: "With a log-in or a token",
  parameters: "Parameters",
  parameter: "Parameter",
  place: "Where",
  kind: "Kind",
  required: "(required)",
  "in.path": "path",
  "in.query": "query",
  "in.header": "header",
  body: "Body",
  schema: "Schema",
  example: "Example",
} as const;

export type ApiReferenceKey = keyof typeof apiReferenceEn;
