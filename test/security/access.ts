/** Everybody who may stand at a door, from a stranger to the one who runs the desk. */
export const roles = [
  "nobody",
  "forged",
  "program",
  "bot",
  "guest",
  "stranger",
  "owner",
  "attending",
  "colleague",
  "outsider",
  "supervisor",
  "admin",
] as const;
export type Role = (typeof roles)[number];

const anybody: readonly Role[] = roles;
const people = roles.filter((role) => !["nobody", "forged", "program", "bot"].includes(role));
const known = people.filter((role) => role !== "guest");
const staff: readonly Role[] = ["attending", "colleague", "outsider", "supervisor", "admin"];
const leads: readonly Role[] = ["supervisor", "admin"];
const admins: readonly Role[] = ["admin"];
const nobodyButOwner: readonly Role[] = ["owner"];
const attending: readonly Role[] = ["attending"];
/** Those to whose group it came, and those who look after all of them. */
const seers: readonly Role[] = ["attending", "colleague", "supervisor", "admin"];

export interface Rule {
  /** To all others the door is closed, and the thing behind it does not exist. */
  readonly who: readonly Role[];
  /** A body that is right in every other way: what refuses it is who asks. */
  readonly body?: unknown;
}

const open = (who: readonly Role[], body?: unknown): Rule => (body === undefined ? { who } : { who, body });

const article = {
  title: "x",
  language: "en",
  folder: "x",
  body: "x",
  visibility: "internal",
  state: "draft",
};

/** Every write of admins, and every page of theirs; the rest is named one by one. */
const adminDoors = `
POST /api/v1/knowledge/folders
PUT /api/v1/knowledge/folders/{id}
DELETE /api/v1/knowledge/folders/{id}
POST /api/v1/groups
GET /api/v1/groups/{id}
GET /api/v1/portfolio/catalogs/{id}
GET /api/v1/portfolio/services/{id}
GET /api/v1/portfolio/activities/{id}
GET /api/v1/portfolio/origins/{id}
GET /api/v1/portfolio/contracts/{id}
GET /api/v1/modes/{scope}
GET /api/v1/modes/{scope}/override
GET /api/v1/routing/groups/{id}
GET /api/v1/routing/rules
GET /api/v1/accounts/{id}
GET /api/v1/parameters/{number}
GET /api/v1/email-templates/{id}
GET /api/v1/calendars/{id}
GET /api/v1/agreements/{id}
GET /api/v1/offerings/{id}
GET /api/v1/parameters
GET /api/v1/parameters/{number}/history
PUT /api/v1/parameters/{number}
GET /api/v1/email-templates
POST /api/v1/email-templates
POST /api/v1/email-templates/preview
PUT /api/v1/email-templates/{id}
DELETE /api/v1/email-templates/{id}
POST /api/v1/email-templates/{id}/test
GET /api/v1/mails
GET /api/v1/mailbox
POST /api/v1/mailbox/arrivals/{id}/retry
DELETE /api/v1/mailbox/arrivals/{id}
GET /api/v1/portfolio
GET /api/v1/portfolio/export
POST /api/v1/portfolio/import
GET /api/v1/changes
POST /api/v1/portfolio/catalogs
PUT /api/v1/portfolio/catalogs/{id}
DELETE /api/v1/portfolio/catalogs/{id}
POST /api/v1/portfolio/services
PUT /api/v1/portfolio/services/{id}
DELETE /api/v1/portfolio/services/{id}
POST /api/v1/portfolio/activities
PUT /api/v1/portfolio/activities/{id}
DELETE /api/v1/portfolio/activities/{id}
POST /api/v1/portfolio/origins
PUT /api/v1/portfolio/origins/{id}
DELETE /api/v1/portfolio/origins/{id}
POST /api/v1/portfolio/contracts
PUT /api/v1/portfolio/contracts/{id}
DELETE /api/v1/portfolio/contracts/{id}
GET /api/v1/accounts
POST /api/v1/accounts
PUT /api/v1/accounts/{id}
PUT /api/v1/accounts/{id}/password
GET /api/v1/groups/details
PUT /api/v1/groups/{id}
DELETE /api/v1/groups/{id}
GET /api/v1/calendars
POST /api/v1/calendars
PUT /api/v1/calendars/{id}
DELETE /api/v1/calendars/{id}
GET /api/v1/satisfaction/settings
PUT /api/v1/satisfaction/settings
PUT /api/v1/widget/logo
DELETE /api/v1/widget/logo
PUT /api/v1/accounts/{id}/photo
DELETE /api/v1/accounts/{id}/photo
GET /api/v1/widget/settings
PUT /api/v1/widget/settings
POST /api/v1/widget/keys
GET /api/v1/overview
GET /api/v1/modes
PUT /api/v1/modes/{scope}
PUT /api/v1/modes/{scope}/override
DELETE /api/v1/modes/{scope}/override
GET /api/v1/understanding
POST /api/v1/understanding/train
POST /api/v1/understanding/try
GET /api/v1/understanding/what-if
GET /api/v1/understanding/export
GET /api/v1/understanding/talks/{id}
GET /api/v1/understanding/questions
POST /api/v1/understanding/questions/dismiss
GET /api/v1/understanding/suggestions
POST /api/v1/understanding/suggestions/judge
GET /api/v1/understanding/confusions
GET /api/v1/understanding/examples
POST /api/v1/understanding/examples
DELETE /api/v1/understanding/examples/{id}
GET /api/v1/understanding/gold
POST /api/v1/understanding/gold
DELETE /api/v1/understanding/gold/{id}
POST /api/v1/understanding/gold/import
GET /api/v1/understanding/gold/runs
POST /api/v1/understanding/gold/runs
GET /api/v1/understanding/search-words
POST /api/v1/understanding/synonyms
PUT /api/v1/understanding/synonyms/{id}
DELETE /api/v1/understanding/synonyms/{id}
POST /api/v1/understanding/boosts
PUT /api/v1/understanding/boosts/{id}
DELETE /api/v1/understanding/boosts/{id}
GET /api/v1/webhooks
POST /api/v1/webhooks
GET /api/v1/webhooks/{id}
PUT /api/v1/webhooks/{id}
DELETE /api/v1/webhooks/{id}
POST /api/v1/webhooks/{id}/secret
POST /api/v1/webhooks/{id}/ping
GET /api/v1/webhooks/{id}/deliveries
POST /api/v1/webhooks/{id}/replay
POST /api/v1/webhook-deliveries/{id}/replay
GET /api/v1/other-desk
PUT /api/v1/other-desk
DELETE /api/v1/other-desk
POST /api/v1/other-desk/try
POST /api/v1/other-desk/hook-secret
GET /api/v1/other-desk/stuck
POST /api/v1/other-desk/send-again
POST /api/v1/other-desk/tickets/{id}/send-again
POST /api/v1/other-desk/include-open
GET /api/v1/api-tokens
POST /api/v1/api-tokens
DELETE /api/v1/api-tokens/{id}
POST /api/v1/routing/what-if
GET /api/v1/routing
PUT /api/v1/routing/groups/{id}
PUT /api/v1/routing/rules
GET /api/v1/agreements
POST /api/v1/agreements
PUT /api/v1/agreements/{id}
DELETE /api/v1/agreements/{id}
GET /api/v1/offerings
POST /api/v1/offerings
PUT /api/v1/offerings/{id}
DELETE /api/v1/offerings/{id}
POST /api/v1/completion-codes
PUT /api/v1/completion-codes/{id}
DELETE /api/v1/completion-codes/{id}
GET /api/v1/agreement-rules
PUT /api/v1/agreement-rules
GET /api/v1/interaction-mapping
PUT /api/v1/interaction-mapping
POST /api/v1/interaction-mapping/preview
GET /api/v1/groups/{id}/rota
PUT /api/v1/groups/{id}/rota
GET /api/v1/language-model
PUT /api/v1/language-model
POST /api/v1/language-model/try
GET /api/v1/language-model/answers
GET /api/v1/privacy
PUT /api/v1/privacy/retention
PUT /api/v1/privacy/masking
POST /api/v1/privacy/masking/try
POST /api/v1/privacy/people/{id}/export
POST /api/v1/privacy/people/{id}/erase
GET /api/v1/privacy/erasures
GET /api/v1/single-sign-on
PUT /api/v1/single-sign-on
DELETE /api/v1/accounts/{id}/single-sign-on
GET /api/v1/audit
GET /api/v1/audit/export
GET /api/v1/audit/check
`;

/** Who may pass each door of the API, on the objects of one talk between its owner and who attends to it. */
export const access: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(
    adminDoors
      .trim()
      .split("\n")
      .map((door) => [door, open(admins)]),
  ),

  "POST /api/v1/session": open(anybody),
  "POST /api/v1/session/identity": open(anybody),
  "POST /api/v1/session/guest": open(anybody),
  "GET /api/v1/session/ways": open(anybody),
  "GET /api/v1/session/oidc": open(anybody),
  "GET /api/v1/session/oidc/callback": open(anybody),
  // The token in it proves itself: test/app/sign-on tries it.
  "POST /api/v1/session/oidc/log-out": open(anybody),
  "GET /api/v1/chat": open(anybody),
  "GET /api/v1/widget": open(anybody),
  "GET /api/v1/widget/logo": open(anybody),
  "GET /api/v1/photos/{name}": open(anybody),
  "GET /healthz": open(anybody),
  "GET /readyz": open(anybody),
  "GET /metrics": open(anybody),
  "GET /openapi.json": open(anybody),
  // Proves itself by a token of Microsoft, or is open to this machine alone: test/bot/channel tries it (S21, S22).
  "POST /api/messages": open(anybody),
  "POST /webhooks/rest/webhook": open(["program"], { sender: "x", message: "hello" }),
  // A gateway's token has a scope of its own: test/app/mailbox tries it.
  "POST /webhooks/mail": open([]),

  // A directory's token has a scope of its own: test/app/scim tries it.
  "GET /scim/v2/ServiceProviderConfig": open([]),
  "GET /scim/v2/ResourceTypes": open([]),
  "GET /scim/v2/ResourceTypes/{id}": open([]),
  "GET /scim/v2/Schemas": open([]),
  "GET /scim/v2/Schemas/{id}": open([]),
  "GET /scim/v2/Users": open([]),
  "POST /scim/v2/Users": open([], { userName: "x@example.com" }),
  "GET /scim/v2/Users/{id}": open([]),
  "PUT /scim/v2/Users/{id}": open([], { userName: "x@example.com" }),
  "PATCH /scim/v2/Users/{id}": open([], { Operations: [{ op: "replace", path: "active", value: false }] }),
  "DELETE /scim/v2/Users/{id}": open([]),
  "GET /scim/v2/Groups": open([]),
  "POST /scim/v2/Groups": open([], { displayName: "x" }),
  "GET /scim/v2/Groups/{id}": open([]),
  "PUT /scim/v2/Groups/{id}": open([], { displayName: "x" }),
  "PATCH /scim/v2/Groups/{id}": open([], { Operations: [{ op: "remove", path: "members" }] }),
  "DELETE /scim/v2/Groups/{id}": open([]),

  // Signed by the other desk: test/app/desks tries it.
  "POST /webhooks/other-desk/{mark}": open([]),

  // Direct Line has secrets and tokens of its own: test/app/direct-line tries them.
  "POST /v3/directline/tokens/generate": open([]),
  "POST /v3/directline/tokens/refresh": open([]),
  "POST /v3/directline/conversations": open([]),
  "GET /v3/directline/conversations/{id}": open([]),
  "GET /v3/directline/conversations/{id}/activities": open([]),
  "POST /v3/directline/conversations/{id}/activities": open([], { type: "message", text: "x" }),
  "POST /v3/directline/conversations/{id}/upload": open([]),
  "GET /v3/directline/session/getsessionid": open([]),

  "GET /api/v1/session": open(people),
  "DELETE /api/v1/session": open(people),
  "POST /api/v1/session/end": open(known),
  "GET /api/v1/catalog": open(people),
  "GET /api/v1/articles": open(people),
  "GET /api/v1/articles/folders": open(people),
  "GET /api/v1/articles/{id}": open(staff),
  "GET /api/v1/articles/{id}/related": open(staff),
  "POST /api/v1/articles/{id}/views": open(staff),
  "PUT /api/v1/articles/{id}/feedback": open(staff, { helped: true }),
  "GET /api/v1/chat/doors": open(known),
  "GET /api/v1/tickets": open(known),
  "POST /api/v1/tickets": open(known),
  "POST /api/v1/conversations/claim": open(known),

  "GET /api/v1/tickets/{number}": open(["owner", ...staff]),
  "GET /api/v1/tickets/{number}/timeline": open(["owner", ...staff]),
  "GET /api/v1/tickets/{number}/messages": open(["owner", ...staff]),
  "POST /api/v1/tickets/{number}/messages": open(["owner", ...staff], {
    requestId: "m1",
    text: "hello",
    sendEmail: false,
  }),
  "PUT /api/v1/tickets/{number}": open(staff, { version: 1, state: "open" }),
  "POST /api/v1/tickets/{number}/notes": open(staff, { text: "x", visibility: "private" }),
  "GET /api/v1/tickets/{number}/tags": open(staff),
  "PUT /api/v1/tickets/{number}/tags": open(staff, { tags: [] }),

  "POST /api/v1/conversations/{id}/files": open(["owner", ...seers]),
  "GET /api/v1/files/{id}": open(["owner", ...staff]),
  "DELETE /api/v1/files/{id}": open(nobodyButOwner),
  "GET /api/v1/conversations/{id}/satisfaction": open(nobodyButOwner),
  "PUT /api/v1/conversations/{id}/satisfaction": open(nobodyButOwner, { kind: "skip" }),
  "GET /api/v1/satisfaction/open": open(people),
  "GET /api/v1/conversations/{id}/survey": open(seers),
  "PUT /api/v1/conversations/{id}/survey": open(seers, { ask: false }),
  "GET /api/v1/conversations/{id}/team": open(seers),
  "GET /api/v1/conversations/{id}/past": open(seers),
  "PUT /api/v1/conversations/{id}/tags": open(seers, { tags: [] }),
  "GET /api/v1/conversations/joined": open(staff),
  "GET /api/v1/attendances/{id}/why": open(seers),
  "GET /api/v1/consults/{id}": open(["attending", "colleague"]),
  "GET /api/v1/chat-requests/{id}": open(seers),
  "GET /api/v1/interactions/{number}": open(staff),
  "PUT /api/v1/interactions/{number}": open(staff, { version: 1 }),

  "GET /api/v1/knowledge/articles": open(leads),
  "POST /api/v1/knowledge/articles": open(leads, article),
  "GET /api/v1/knowledge/articles/{id}": open(leads),
  "PUT /api/v1/knowledge/articles/{id}": open(leads, { ...article, version: 1 }),
  "DELETE /api/v1/knowledge/articles/{id}": open(leads),
  "POST /api/v1/knowledge/articles/{id}/undelete": open(leads),
  "GET /api/v1/knowledge/articles/{id}/versions": open(leads),
  "GET /api/v1/knowledge/articles/{id}/versions/{version}": open(leads),
  "POST /api/v1/knowledge/articles/{id}/restore": open(leads, { version: 1, over: 1 }),
  "GET /api/v1/knowledge/folders": open(leads),

  "GET /api/v1/attendances": open(staff),
  "GET /api/v1/groups": open(staff),
  "GET /api/v1/agents": open(staff),
  "GET /api/v1/reports": open(leads),
  "GET /api/v1/reports/comments": open(leads),
  "GET /api/v1/reports/{name}": open(leads),
  "GET /api/v1/reports/{name}/csv": open(leads),
  "GET /api/v1/console-settings": open(staff),
  "GET /api/v1/chat-requests": open(staff),
  "GET /api/v1/interactions": open(staff),
  "POST /api/v1/interactions": open(staff),
  "GET /api/v1/completion-codes": open(staff),
  "GET /api/v1/completion-codes/{id}": open(staff),
  "GET /api/v1/consults": open(staff),
  "GET /api/v1/contacts": open(staff),
  "GET /api/v1/tags": open(staff),
  "GET /api/v1/wall": open(leads),
  "GET /api/v1/canned-replies": open(staff),
  "POST /api/v1/canned-replies": open(staff),
  "PUT /api/v1/canned-replies/{id}": open(attending, {
    shortcut: "x",
    title: "x",
    texts: { en: "x" },
    scope: { kind: "own" },
  }),
  "DELETE /api/v1/canned-replies/{id}": open(attending),
  "GET /api/v1/push/key": open(staff),
  "POST /api/v1/push/subscriptions": open(staff),
  "POST /api/v1/push/subscriptions/remove": open(staff),
};
