import type { Consult } from "../../../../contract/consult.js";
import type { ConsoleKey } from "../../../texts/console.js";
import type { Translate } from "../../../texts/index.js";

/** What a consult is called: its subject, or those one talks with. */
export function nameConsult(consult: Consult, meId: string, t: Translate<ConsoleKey>): string {
  if (consult.title) return consult.title;
  const others = consult.participants
    .filter(({ person, state }) => person.id !== meId && (state === "joined" || state === "invited"))
    .map(({ person }) => person.name.split(" ")[0]);
  return others.length > 0 ? t("consult.title-of", { names: others.join(", ") }) : t("consult.title-alone");
}
