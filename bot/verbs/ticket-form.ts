import { type Action, type Activity, type ActivityField, inLocale, type Mode } from "../../contract/index.js";
import type { Form } from "../dialog.js";
import { helpOffers, yesOrNo } from "../offers.js";
import type { StepResult, Turn } from "../turn.js";

const askDescription = "description";
const askConfirmation = "confirm";
/** A question this short says nothing that a colleague could work with. */
const tellingChars = 12;

/** Starts a ticket: for an activity with what it asks for, or with a description alone (S2-13). */
export async function startTicket(turn: Turn, activityId: string | undefined): Promise<StepResult> {
  const activity = await activityOf(turn, activityId);
  if (activityId !== undefined && activity === undefined) {
    turn.conclude("answered");
    await turn.reply({ text: turn.texts.activityGone, actions: helpOffers(turn) });
    return "handled";
  }
  const question = turn.dialog.question.trim();
  const { values, saysMore } = await saidIn(turn, activity, question);
  const isTelling = question.length >= tellingChars && saysMore;
  const description = activity !== undefined && isTelling ? question : undefined;
  return askNext(turn, { activityId, description, values, asking: askDescription }, activity);
}

/** What a sentence has named is not asked for again; the confirmation shows it. */
async function saidIn(turn: Turn, activity: Activity | undefined, sentence: string) {
  const all = activity?.fields ?? [];
  const { fields, saysMore } = await turn.desk.findFields(all, sentence, turn.locale);
  const values = all.flatMap((field) => {
    const said = fields.find(({ name }) => name === field.name);
    return said === undefined ? [] : [toCollected(turn, field, said)];
  });
  return { values, saysMore };
}

function toCollected(
  turn: Turn,
  field: ActivityField,
  { value, display }: { value: string; display: string },
) {
  return { name: field.name, label: inLocale(field.label, turn.locale), value, display };
}

/** Takes this message as the answer to what the form asks. */
export async function takeAnswer(turn: Turn, form: Form): Promise<StepResult> {
  const activity = await activityOf(turn, form.activityId);
  if (form.asking === askConfirmation) return takeConfirmation(turn, form);
  if (form.asking === askDescription) return takeDescription(turn, form, activity);
  const field = activity?.fields.find((one) => one.name === form.asking);
  if (field === undefined) return askNext(turn, form, activity);
  const { value } = turn.incoming;
  if (value?.kind === "answer") {
    const parsed = turn.desk.parseField(field, value.option, turn.locale);
    if (!parsed.ok) return askAgain(turn, form, activity, parsed.problem);
    return askNext(turn, withValues(form, [toCollected(turn, field, parsed)]), activity);
  }
  return takeWritten(turn, form, { activity, field });
}

/** What else the words say is taken too; a day on its own describes nothing, and the description is asked for again. */
async function takeDescription(turn: Turn, form: Form, activity: Activity | undefined): Promise<StepResult> {
  const written = turn.incoming.text.trim().slice(0, 4000);
  if (written === "") return askAgain(turn, form, activity, "required");
  const { values, saysMore } = await saidIn(turn, activity, written);
  return askNext(
    turn,
    { ...withValues(form, values), ...(saysMore ? { description: written } : {}) },
    activity,
  );
}

/** "I need it by Friday, for the fair" answers when; and an answer in free words may say when as well. */
async function takeWritten(
  turn: Turn,
  form: Form,
  { activity, field }: { readonly activity: Activity | undefined; readonly field: ActivityField },
): Promise<StepResult> {
  const { text } = turn.incoming;
  const parsed = turn.desk.parseField(field, text, turn.locale);
  const [named] = parsed.ok ? [] : (await turn.desk.findFields([field], text, turn.locale)).fields;
  const own = parsed.ok ? parsed : named;
  if (own === undefined) return askAgain(turn, form, activity, parsed.ok ? "required" : parsed.problem);
  const { values } = await saidIn(turn, activity, text);
  const others = values.filter(({ name }) => name !== field.name && saysByItself(activity, name));
  return askNext(turn, withValues(form, [toCollected(turn, field, own), ...others]), activity);
}

/** Figures and names of options stand in answers to other questions; days, addresses and the like do not. */
function saysByItself(activity: Activity | undefined, name: string): boolean {
  const type = activity?.fields.find((field) => field.name === name)?.type;
  return type !== "number" && type !== "choice";
}

/** What was answered before stays. */
function withValues(form: Form, said: Form["values"]): Form {
  const known = new Set(form.values.map(({ name }) => name));
  return { ...form, values: [...form.values, ...said.filter(({ name }) => !known.has(name))] };
}

/** Repeats what the form asks for now. */
export async function askOnceMore(turn: Turn): Promise<void> {
  const { form } = turn.dialog;
  if (form !== undefined) await ask(turn, form, await activityOf(turn, form.activityId));
}

/** Throws away the ticket that is being filled in. */
export async function cancelForm(turn: Turn): Promise<StepResult> {
  turn.conclude("form");
  const text = turn.dialog.form === undefined ? turn.texts.nothingToCancel : turn.texts.formCancelled;
  turn.remember({ form: undefined });
  await turn.reply({ text, actions: helpOffers(turn) });
  return "handled";
}

/** The mode of the group that a new ticket for this activity would go to. */
export function modeFor(turn: Turn, activityId: string | undefined): Promise<Mode> {
  return turn.desk.modeOf({ person: turn.person, locale: turn.locale, activityId });
}

async function activityOf(turn: Turn, id: string | undefined): Promise<Activity | undefined> {
  if (id === undefined) return undefined;
  const activities = await turn.desk.activities(turn.person, turn.locale);
  return activities.find((activity) => activity.id === id);
}

async function askNext(turn: Turn, form: Form, activity: Activity | undefined): Promise<StepResult> {
  turn.conclude("form");
  const asking = nextQuestion(form, activity);
  turn.remember({ form: { ...form, asking }, fields: form.values.map(toShown) });
  if (asking === askConfirmation && (await modeFor(turn, form.activityId)) === "manual") {
    // Like in the chat home: what is filled in goes to people at once (S2-13 to S2-17).
    await turn.handOver("direct");
    turn.remember({ form: undefined });
    return "handled";
  }
  await ask(turn, { ...form, asking }, activity);
  return "handled";
}

function nextQuestion(form: Form, activity: Activity | undefined): string {
  if (form.description === undefined) return askDescription;
  const known = new Set(form.values.map((value) => value.name));
  return activity?.fields.find((field) => field.required && !known.has(field.name))?.name ?? askConfirmation;
}

async function askAgain(
  turn: Turn,
  form: Form,
  activity: Activity | undefined,
  problem: string,
): Promise<StepResult> {
  turn.conclude("form");
  const field = activity?.fields.find((one) => one.name === form.asking);
  await turn.reply({ text: turn.texts.problem(problem), actions: choicesOf(turn, field) });
  return "handled";
}

async function ask(turn: Turn, form: Form, activity: Activity | undefined): Promise<void> {
  if (form.asking === askConfirmation) {
    const lines = [
      ...(activity === undefined ? [] : [activity.name]),
      `${turn.texts.description}: ${form.description ?? ""}`,
      ...form.values.map(({ label, display }) => `${label}: ${display}`),
    ].map((line) => `• ${line}`);
    return turn.reply({ text: turn.texts.confirm(lines.join("\n")), actions: yesOrNo(turn) });
  }
  if (form.asking === askDescription) {
    const text =
      activity === undefined ? turn.texts.askDescription : turn.texts.askDescriptionFor(activity.name);
    return turn.reply({ text, actions: [cancelAction(turn)] });
  }
  const field = activity?.fields.find((one) => one.name === form.asking);
  if (field === undefined) return;
  return turn.reply({ text: inLocale(field.ask, turn.locale), actions: choicesOf(turn, field) });
}

function choicesOf(turn: Turn, field: ActivityField | undefined): Action[] {
  const options = (field?.options ?? []).map((option): Action => {
    return {
      title: inLocale(option.label, turn.locale),
      value: { kind: "answer", field: field?.name ?? "", option: option.value },
    };
  });
  return [...options, cancelAction(turn)];
}

function cancelAction(turn: Turn): Action {
  return { title: turn.texts.actions.cancel, value: { kind: "cancel" } };
}

async function takeConfirmation(turn: Turn, form: Form): Promise<StepResult> {
  const agreed = isYes(turn);
  if (agreed === false) return cancelForm(turn);
  if (agreed === undefined) {
    await turn.reply({ text: turn.texts.problem("not-a-choice"), actions: yesOrNo(turn) });
    return "handled";
  }
  const ticket = await turn.desk.openTicket({
    person: turn.person,
    locale: turn.locale,
    activityId: form.activityId,
    description: form.description ?? "",
    fields: Object.fromEntries(form.values.map(({ name, value }) => [name, value])),
    conversationId: turn.conversationId,
    causeId: turn.incoming.messageId,
  });
  turn.remember({ form: undefined });
  turn.conclude("ticket");
  await turn.reply({
    text: turn.texts.ticketOpened(ticket.number),
    actions: await afterTicket(turn, { number: ticket.number, activityId: form.activityId }),
  });
  return "handled";
}

async function afterTicket(
  turn: Turn,
  { number, activityId }: { readonly number: string; readonly activityId: string | undefined },
): Promise<Action[]> {
  const { texts, mode, person } = turn;
  const offers = helpOffers({ texts, mode, person, groupMode: await modeFor(turn, activityId) });
  const people = offers.filter((offer) => offer.value.kind === "talk-to-attendant");
  const status: Action = {
    title: texts.actions.ticketStatus(number),
    value: { kind: "ticket-status", ticketNumber: number },
  };
  return [...people, status];
}

function isYes(turn: Turn): boolean | undefined {
  const { value } = turn.incoming;
  if (value?.kind === "yes") return true;
  if (value?.kind === "no") return false;
  const best = turn.heard.intents[0]?.intent;
  if (best === "yes") return true;
  return best === "no" || best === "cancel" ? false : undefined;
}

function toShown({ name, label, display }: Form["values"][number]) {
  return { name, label, value: display };
}
