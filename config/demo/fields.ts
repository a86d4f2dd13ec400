import type { ActivityField } from "../../contract/index.js";
import type { DemoText } from "./shapes.js";

type Asked = Pick<ActivityField, "name" | "label" | "ask">;
type Wording = { readonly name: string; readonly label: DemoText; readonly ask: DemoText };

/** A line of text that must be given. */
export function askText(wording: Wording, maxChars = 500): ActivityField {
  return { ...asked(wording), type: "text", required: true, maxChars };
}

/** A line of text that may be left out. */
export function askOptionalText(wording: Wording, maxChars = 500): ActivityField {
  return { ...asked(wording), type: "text", required: false, maxChars };
}

export function askDate(wording: Wording): ActivityField {
  return { ...asked(wording), type: "date", required: true };
}

export function askEmail(wording: Wording): ActivityField {
  return { ...asked(wording), type: "email", required: true };
}

export function askChoice(
  wording: Wording,
  options: readonly { readonly value: string; readonly label: DemoText }[],
): ActivityField {
  return { ...asked(wording), type: "choice", required: true, options: [...options] };
}

function asked({ name, label, ask }: Wording): Asked {
  return { name, label, ask };
}

/** The label on the machine: most faults of devices begin with it. */
export const deviceTag = askOptionalText(
  {
    name: "deviceTag",
    label: { en: "Device label", es: "Etiqueta del equipo", pt: "Etiqueta do equipamento" },
    ask: {
      en: "What is on the label of the device (for example PC-1042)? You may skip this.",
      es: "¿Qué pone en la etiqueta del equipo (por ejemplo PC-1042)? Puede omitirlo.",
      pt: "O que está escrito na etiqueta do equipamento (por exemplo PC-1042)? Pode pular.",
    },
  },
  60,
);

export const location = askText(
  {
    name: "location",
    label: { en: "Place", es: "Lugar", pt: "Local" },
    ask: {
      en: "Where are you (building and floor, or home)?",
      es: "¿Dónde está (edificio y planta, o en casa)?",
      pt: "Onde você está (prédio e andar, ou em casa)?",
    },
  },
  120,
);

export const since = askText(
  {
    name: "since",
    label: { en: "Since when", es: "Desde cuándo", pt: "Desde quando" },
    ask: {
      en: "Since when does it happen?",
      es: "¿Desde cuándo ocurre?",
      pt: "Desde quando isso acontece?",
    },
  },
  120,
);
