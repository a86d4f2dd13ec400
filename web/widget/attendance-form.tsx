import { useEffect, useState } from "preact/hooks";
import type { ChatDoors } from "../../contract/mode.js";
import type { Catalog } from "../../contract/ticket.js";
import { newId } from "../chat/new-id.js";
import type { Translate } from "../texts/index.js";
import type { WidgetKey } from "../texts/widget/index.js";
import { useScope } from "./context.js";
import { ExtraFields, isComplete } from "./extra-fields.js";
import { PreviousTicket } from "./previous-ticket.js";
import { refused, type Started } from "./refused.js";
import { Select } from "./select.js";
import { toWhen } from "./to-when.js";
import { useChoice } from "./use-choice.js";

const tryAgainMs = 2000;

export interface AttendanceFormProps {
  /** `undefined` while they load. */
  readonly catalogs: readonly Catalog[] | undefined;
  /** Where people can be asked for; `undefined` until it is known. */
  readonly doors: ChatDoors | undefined;
  readonly onStarted: () => void;
  readonly onResume: () => void;
}

/** Registers a request and waits for an attendant, or waits without choosing anything (S0-9 to S0-15). */
export function AttendanceForm({ catalogs, doors, onStarted, onResume }: AttendanceFormProps) {
  const { t, chat } = useScope();
  const choice = useChoice(catalogs);
  const [description, setDescription] = useState("");
  const [previous, setPrevious] = useState("");
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [lost, setLost] = useState(false);
  const [fault, setFault] = useState<string>();
  const [opened, setOpened] = useState<string>();
  // One name per form: pressing twice, or again after a lost answer, registers one request.
  const [requestId] = useState(newId);
  const [closed, setClosed] = useState<ClosedDoor>();

  const { activity } = choice;
  const fields = activity?.fields ?? [];
  // Without people behind it the form opens a ticket that is worked on later (S2-4).
  const isClosed = activity !== undefined && closed?.activityId === activity.id;
  const ticketOnly = isClosed || (doors?.withoutPeople.includes(activity?.id ?? "") ?? false);
  const missing = (value: string): string | undefined =>
    checked && value === "" ? t("home.required") : undefined;

  async function submit(): Promise<void> {
    setChecked(true);
    if (!activity || !description.trim() || !isComplete(fields, values)) return;
    setBusy(true);
    await send(activity.id);
  }

  /** The same name at every try: however often it is sent, it is registered once. */
  async function send(activityId: string): Promise<void> {
    const filled = fields.map(({ name }) => [name, values[name]?.trim()]).filter(([, value]) => value);
    const form = {
      activityId,
      description: description.trim(),
      fields: Object.fromEntries(filled),
      ...(previous && !ticketOnly ? { previousTicket: previous } : {}),
      requestId,
    };
    const outcome = ticketOnly ? await openTicket(form) : await chat.startAttendance(form);
    const isLost = !outcome.ok && outcome.code === "client/offline";
    setLost(isLost);
    setBusy(isLost);
    if (outcome.ok) return ticketOnly ? undefined : onStarted();
    // Nobody is there: the same form becomes a request that is answered later (S1-26).
    const isClosed = outcome.code === "attendance/closed";
    setClosed(isClosed ? { activityId, opensAt: outcome.opensAt } : undefined);
    setFault(isClosed ? undefined : isLost ? t("home.offline") : outcome.message);
  }

  async function openTicket(form: Parameters<typeof chat.rest.openTicket>[0]): Promise<Started> {
    const outcome = await chat.rest.openTicket(form);
    if (!outcome.ok) return refused(outcome.error);
    setOpened(outcome.value.number);
    return { ok: true };
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: nothing can be changed while it waits to be sent.
  useEffect(() => {
    if (!lost || !activity) return undefined;
    const timer = setInterval(() => void send(activity.id), tryAgainMs);
    return () => clearInterval(timer);
  }, [lost]);

  function startDirect(): void {
    void chat.talkToAttendant(description.trim() || t("home.direct"));
    onStarted();
  }

  if (opened !== undefined) return <Opened number={opened} />;
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Select
        label={t("home.catalog")}
        options={catalogs}
        value={choice.catalogId}
        fault={missing(choice.catalogId)}
        onChange={choice.chooseCatalog}
      />
      <Select
        label={t("home.service")}
        options={choice.services}
        value={choice.serviceId}
        fault={missing(choice.serviceId)}
        onChange={choice.chooseService}
      />
      <Select
        label={t("home.activity")}
        options={choice.activities}
        value={choice.activityId}
        fault={missing(choice.activityId)}
        onChange={choice.chooseActivity}
      />
      <ExtraFields
        fields={fields}
        values={values}
        checked={checked}
        onChange={(name, value) => setValues({ ...values, [name]: value })}
      />
      <Description
        value={description}
        fault={checked && !description.trim() ? t("home.required.description") : undefined}
        onChange={setDescription}
      />
      <PreviousTicket value={previous} onChange={setPrevious} />
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {isClosed && (
        <p class="hint" role="alert">
          {tellClosed(t, closed.opensAt)}
        </p>
      )}
      {ticketOnly && !isClosed && <p class="hint">{t("home.ticket.hint")}</p>}
      <button type="submit" class="button" disabled={busy || !catalogs}>
        {t(isClosed ? "home.submit" : ticketOnly ? "home.ticket" : "home.init")}
      </button>
      <div class="links">
        {doors?.direct !== false && (
          <button type="button" class="text-button" disabled={busy} onClick={startDirect}>
            {t("home.direct")}
          </button>
        )}
        <button type="button" class="text-button" onClick={onResume}>
          {t("home.resume")}
        </button>
      </div>
    </form>
  );
}

interface ClosedDoor {
  readonly activityId: string;
  readonly opensAt: number | undefined;
}

function tellClosed(t: Translate<WidgetKey>, opensAt: number | undefined): string {
  return opensAt === undefined
    ? t("home.closed")
    : t("home.closed.until", { time: toWhen(opensAt, t.locale) });
}

function Opened({ number }: { number: string }) {
  const { t } = useScope();
  return (
    <p role="status">
      {t("home.opened")} <strong>{number}</strong>
    </p>
  );
}

interface DescriptionProps {
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}

function Description({ value, fault, onChange }: DescriptionProps) {
  const { t } = useScope();
  return (
    <label class="field">
      {t("home.description")}
      <textarea
        rows={2}
        maxLength={4000}
        placeholder={t("home.description.placeholder")}
        value={value}
        aria-invalid={fault !== undefined}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {fault && <span class="fault">{fault}</span>}
    </label>
  );
}
