import { z } from "zod";
import type { HandoverContext, Locale } from "../../contract/index.js";

const mostFields = 20;
const mostLines = 200;
const maxValueChars = 500;
const maxLineChars = 2000;
/** What an agent can take in before the first answer. */
const maxTranscriptChars = 20_000;

const spokenSchema = z.object({
  type: z.literal("message"),
  text: z.string().min(1),
  from: z
    .object({ id: z.string().optional(), name: z.string().nullish(), role: z.string().nullish() })
    .nullish(),
});
type Spoken = z.infer<typeof spokenSchema>;

const attachmentSchema = z.object({
  name: z.literal("Transcript"),
  contentType: z.literal("application/json"),
  content: z.object({ activities: z.array(z.unknown()).max(5000) }),
});

/** What a bot hands over with a person. */
export interface Initiation {
  readonly question: string;
  readonly fields: HandoverContext["fields"];
}

/** An activity as far as it may begin a hand-off. */
export interface InitiatingActivity {
  readonly type: string;
  readonly name?: string | null | undefined;
  readonly value?: unknown;
  /** The person, and not the bot that sends it: so the SDK makes the event. */
  readonly from?: { readonly id: string } | null | undefined;
  readonly attachments?: readonly unknown[] | null | undefined;
}

const words: Readonly<Record<Locale, { readonly question: string; readonly transcript: string }>> = {
  en: { question: "Handed over by another assistant", transcript: "Talk with the other assistant" },
  es: { question: "Transferido por otro asistente", transcript: "Conversación con el otro asistente" },
  pt: { question: "Transferido por outro assistente", transcript: "Conversa com o outro assistente" },
};

/**
 * Reads `handoff.initiate` of the Bot Framework's hand-off protocol: its context as fields an agent reads, the
 * transcript as lines, and the person's last words as the question. `undefined` for any other activity. Whatever the
 * other bot sends is text and nothing else, and no more of it than people read.
 */
export function readInitiation(activity: InitiatingActivity, locale: Locale): Initiation | undefined {
  if (activity.type !== "event" || activity.name !== "handoff.initiate") return undefined;
  const transcript = transcriptOf(activity);
  const last = transcript.findLast(
    ({ from }) => from?.role === "user" || isSame(from?.id, activity.from?.id),
  );
  const lines = transcript
    .slice(-mostLines)
    .map(({ from, text }) => `${from?.name || from?.role || "?"}: ${text}`);
  const said = lines.map((line) => line.slice(0, maxLineChars)).join("\n");
  return {
    question: clean(last?.text ?? "").slice(0, maxLineChars) || words[locale].question,
    fields: [
      ...fieldsOf(activity.value),
      ...(said === ""
        ? []
        : [
            {
              name: "transcript",
              label: words[locale].transcript,
              value: clean(said).slice(-maxTranscriptChars),
            },
          ]),
    ],
  };
}

/** Roles are often left out; whose id it is tells as well. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other;
}

function transcriptOf({ attachments }: InitiatingActivity): Spoken[] {
  const found = (attachments ?? []).flatMap((one) => attachmentSchema.safeParse(one).data ?? []);
  const activities = found.flatMap(({ content }) => content.activities);
  return activities.flatMap((one) => spokenSchema.safeParse(one).data ?? []);
}

/** The context is each bot's own: names and values as they are, with what is deeper as JSON. */
function fieldsOf(value: unknown): HandoverContext["fields"] {
  if (value === undefined || value === null) return [];
  const entries = typeof value === "object" ? Object.entries(value) : [["context", value] as const];
  return entries.slice(0, mostFields).map(([name, part]) => {
    const text = typeof part === "string" ? part : (JSON.stringify(part) ?? "");
    return {
      name: clean(name).slice(0, 100),
      label: clean(name).slice(0, 100),
      value: clean(text).slice(0, maxValueChars),
    };
  });
}

/** PostgreSQL stores every character but this one. */
function clean(text: string): string {
  return text.replaceAll("\u0000", "");
}
