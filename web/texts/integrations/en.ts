/** Texts of the page of integrations. */
export const integrationsEn = {
  title: "Integrations",
  hint: "Programs that talk with the desk. A token is shown once, when it is made.",
  tokens: "API tokens",
  "new": "New token",
  name: "Name",
  "name.hint": "What uses it, so that you know it again.",
  "name.needed": "Please give it a name.",
  scopes: "What it may do",
  "scope.rest-channel": "Talk with the assistant (REST)",
  "scope.direct-line": "Direct Line secret (Web Chat)",
  make: "Make token",
  made: "Copy the token now",
  "made.hint": "It cannot be shown again. Whoever has it gets in.",
  copy: "Copy",
  copied: "Copied",
  done: "Done",
  "none.title": "No tokens yet",
  "none.text": "Make one to let another program talk with the assistant.",
  "made-by": "Made {time} by {name}",
  used: "Last used",
  "never-used": "Never used",
  revoke: "Revoke",
  "revoke.of": "Revoke {name}",
  "revoke.text": "Programs that use it are shut out at once. This cannot be undone.",
  revoked: "Revoked",
  cancel: "Cancel",
  close: "Close",
  "web-chat.title": "Web Chat and other clients of Direct Line",
  "web-chat.text":
    "A token with this right is the secret. Your server makes a token for each visitor with it, at /v3/directline/tokens/generate; pages that may connect are listed under Chat on pages.",
  "how.title": "How a program talks with the assistant",
  "how.text":
    "It posts what a person says and gets the replies as a list. Send the payload of a button as the next message.",
} as const;

export type IntegrationsKey = keyof typeof integrationsEn;
