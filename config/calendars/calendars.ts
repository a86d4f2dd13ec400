import { AppError, type Calendar, type CalendarForm } from "../../contract/index.js";
import { type Bell, type Db, isUniqueViolation, newId, recordChange, type Store } from "../../store/index.js";
import { createKnownRows } from "../known-rows.js";
import { readCalendars, toColumns, toForm } from "./calendar-rows.js";

/** Names what uses a calendar, for the admin who wants to remove it; runs in the transaction of the removal. */
export type FindCalendarUses = (db: Db, calendarId: string) => Promise<string[]>;

/** The opening hours that admins keep. Reading reads memory only, after `start`. */
export interface Calendars {
  /** By name, with what uses each. */
  list(): Promise<Calendar[]>;
  /** As this node knows it. */
  get(id: string): CalendarForm | undefined;
  /** Throws `calendar/refused` for a name that is taken. */
  create(form: CalendarForm, by: string): Promise<Calendar>;
  /** As `create`, and `calendar/not-found`; holds on this node when the call returns, on others within two seconds. */
  update(id: string, form: CalendarForm, by: string): Promise<Calendar>;
  /** Throws `calendar/in-use` with what uses it. */
  remove(id: string, by: string): Promise<void>;
  /** Registers a part that uses calendars. */
  usedBy(find: FindCalendarUses): void;
  onChanged(listener: () => void): () => void;
  reload(): Promise<void>;
  /** Reads all, and from then on every second until the signal. */
  start(signal: AbortSignal): Promise<void>;
}

export interface CalendarsOptions {
  readonly store: Store;
  readonly now: () => number;
  readonly bell?: Bell | undefined;
  /** Told of a reading that failed; what was known so far holds on. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

export function createCalendars({
  store,
  now,
  bell,
  onError = () => undefined,
}: CalendarsOptions): Calendars {
  const finders: FindCalendarUses[] = [];
  const read = () => readCalendars(store.db);
  const rows = createKnownRows({ read, topic: "calendar-changed", bell, onError });
  const { reload, onChanged, start } = rows;

  async function findUses(db: Db, id: string): Promise<string[]> {
    return (await Promise.all(finders.map((find) => find(db, id)))).flat();
  }

  async function list(): Promise<Calendar[]> {
    const found = await readCalendars(store.db);
    return Promise.all(
      found.map(async (row) => ({
        id: row.id,
        ...toForm(row),
        usedBy: await findUses(store.db, row.id),
        updatedAt: row.updated_at,
        updatedBy: row.by_name ?? undefined,
      })),
    );
  }

  async function written(id: string): Promise<Calendar> {
    await rows.changed();
    const calendar = (await list()).find((one) => one.id === id);
    if (calendar === undefined) throw notFound();
    return calendar;
  }

  return {
    list,
    reload,
    onChanged,
    start,
    get: (id) => {
      const row = rows.all().find((one) => one.id === id);
      return row === undefined ? undefined : toForm(row);
    },
    usedBy: (find) => void finders.push(find),
    create: async (form, by) => {
      const [id, at] = [newId(), now()];
      await refuseTaken(form.name, () =>
        store.db.transaction().execute(async (trx) => {
          const row = { id, ...toColumns(form), created_at: at, updated_at: at, updated_by: by };
          await trx.insertInto("calendar").values(row).execute();
          await recordChange(trx, { type: "calendar", id, name: form.name, after: { ...form }, at, by });
        }),
      );
      return written(id);
    },
    update: async (id, form, by) => {
      const at = now();
      await refuseTaken(form.name, () =>
        store.db.transaction().execute(async (trx) => {
          const before = await requireForm(trx, id);
          const row = { ...toColumns(form), updated_at: at, updated_by: by };
          await trx.updateTable("calendar").set(row).where("id", "=", id).execute();
          const change = { before: { ...before }, after: { ...form }, at, by };
          await recordChange(trx, { type: "calendar", id, name: form.name, ...change });
        }),
      );
      return written(id);
    },
    remove: async (id, by) => {
      await store.db.transaction().execute(async (trx) => {
        const before = await requireForm(trx, id);
        const uses = await findUses(trx, id);
        if (uses.length > 0) throw inUse(before.name, uses);
        await trx.deleteFrom("calendar").where("id", "=", id).execute();
        const change = { before: { ...before }, at: now(), by };
        await recordChange(trx, { type: "calendar", id, name: before.name, ...change });
      });
      await rows.changed();
    },
  };
}

async function requireForm(trx: Db, id: string): Promise<CalendarForm> {
  const [row] = await readCalendars(trx, id);
  if (row === undefined) throw notFound();
  return toForm(row);
}

async function refuseTaken(name: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("calendar/refused", `There is a calendar "${name}" already.`, { cause: error });
  }
}

function inUse(name: string, uses: readonly string[]): AppError {
  const message = `"${name}" is used by ${uses.join(", ")}; give them another calendar first.`;
  return new AppError("calendar/in-use", message, { details: { uses } });
}

function notFound(): AppError {
  return new AppError("calendar/not-found", "There is no such calendar.");
}
