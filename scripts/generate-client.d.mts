/** The text of client/desk-api.ts for this OpenAPI. */
export function generateClient(document: object): string;
