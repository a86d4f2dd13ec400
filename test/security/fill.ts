import type { World } from "./world.js";

/** What some doors must be asked with. */
export const queries: Readonly<Record<string, string>> = {
  "POST /api/v1/conversations/{id}/files": "?name=x.png&requestId=x",
  "GET /api/v1/understanding/what-if": "?minimum=50",
  "GET /api/v1/understanding/export": "?what=questions",
  "GET /api/v1/reports/comments": "?from=2026-11-01&to=2026-11-02",
  "GET /api/v1/reports/{name}": "?from=2026-11-01&to=2026-11-02",
  "GET /api/v1/reports/{name}/csv": "?from=2026-11-01&to=2026-11-02",
};

/** The address behind which a thing of the world stands. */
export function fill(path: string, ids: World["ids"]): string {
  const [, , , part = "", list = ""] = path.split("/");
  const kept = ids.kept[part === "portfolio" ? list : part];
  const id =
    kept !== undefined
      ? kept
      : path.includes("/conversations/")
        ? ids.conversation
        : path.includes("/files/")
          ? ids.file
          : path.includes("/articles/")
            ? ids.article
            : path.includes("/consults/")
              ? ids.consult
              : path.includes("/attendances/")
                ? ids.waiting
                : path.includes("/chat-requests/")
                  ? ids.attendance
                  : path.includes("/canned-replies/")
                    ? ids.reply
                    : path.includes("/groups/")
                      ? ids.group
                      : path.includes("/webhooks/")
                        ? ids.webhook
                        : path.includes("/understanding/talks/")
                          ? ids.conversation
                          : ids.agent;
  return path
    .replace("{id}", id)
    .replace(
      "{number}",
      path.includes("/interactions/") ? ids.interaction : path.includes("/parameters/") ? "316" : ids.ticket,
    )
    .replace("{version}", String(ids.articleVersion))
    .replace("{name}", "attendances")
    .replace("{scope}", "desk");
}
