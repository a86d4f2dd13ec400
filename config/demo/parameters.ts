import { groupIds } from "./people.js";
import { absenceTemplateId } from "./templates.js";

export const chatOriginId = "01999d00-0000-7000-8000-000000000301";
export const contractId = "01999d00-0000-7000-8000-000000000401";
/** Opened when no activity was chosen: "Help from the service desk". */
export const generalHelpId = "01999d00-0000-7000-8000-000000000799";

export const demoOrigins = [
  { id: chatOriginId, name: "Chat" },
  { id: "01999d00-0000-7000-8000-000000000302", name: "Portal" },
  { id: "01999d00-0000-7000-8000-000000000303", name: "Phone" },
  { id: "01999d00-0000-7000-8000-000000000304", name: "E-mail" },
] as const;

export const demoContract = { id: contractId, name: "Internal IT support" } as const;

/** Number and stored value; together they make the mode *both*: the assistant first, people behind it. */
export const demoParameters: readonly (readonly [number, string])[] = [
  [118, contractId],
  [293, "N"],
  [299, "Y"],
  [300, "Y"],
  [315, chatOriginId],
  [316, "Y"],
  [317, generalHelpId],
  [389, groupIds.serviceDesk],
  [423, "Y"],
  [447, absenceTemplateId],
  [450, "Y"],
  // People stand behind the assistant.
  [9001, "Y"],
];
