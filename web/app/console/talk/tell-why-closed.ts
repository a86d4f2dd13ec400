import type { Owner } from "../../../../contract/conversation.js";
import type { ConsoleKey } from "../../../texts/console.js";
import type { Translate } from "../../../texts/index.js";

/** Why this agent cannot write, and who has the talk now. */
export function tellWhyClosed(
  owner: Owner,
  t: Translate<ConsoleKey>,
  where: "own-queue" | "other-queue" = "own-queue",
): string {
  switch (owner.kind) {
    case "agent":
      return owner.name ? t("closed.agent", { name: owner.name }) : t("closed.other-agent");
    case "queue":
      return t(where === "own-queue" ? "closed.queue" : "closed.other-queue");
    case "assistant":
      return t("closed.assistant");
    case "none":
      return t("closed.none");
    default:
      return owner.kind satisfies never;
  }
}
