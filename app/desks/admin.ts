import { randomBytes } from "node:crypto";
import {
  AppError,
  type OtherDesk,
  type OtherDeskChange,
  type OtherDeskForm,
  type OtherDeskTry,
  otherDeskKinds,
} from "../../contract/index.js";
import { type Db, fromJson, newId, type Row, recordChange, type Store, toJson } from "../../store/index.js";
import { type Call, checkAddress } from "../outgoing/index.js";
import { type Connect, connectDesk, type DeskLogin, loginSchema, mappingOf } from "./connect.js";
import { sendAgainIn } from "./stuck-tickets.js";
import { DeskError } from "./ticket-desk.js";

type DeskRow = Row<"other_desk">;
type Tried = Pick<OtherDeskForm, "kind" | "url" | "token" | "appToken">;

const tryWithinMs = 30_000;

/** Which desk of another house keeps tickets too, as admins set it. */
export interface OtherDeskAdmin {
  read(): Promise<OtherDesk | undefined>;
  /** Throws `other-desk/changed` with the present one for an older version. */
  save(change: OtherDeskChange, by: string): Promise<OtherDesk>;
  /** The tickets stay on both sides; what joined them goes. */
  remove(by: string): Promise<void>;
  /** Logs in with what is typed in, or with the secrets that are kept for the same address. */
  tryOut(form: Tried): Promise<OtherDeskTry>;
  /** A new secret for its webhooks, told this once. */
  renewHookSecret(by: string): Promise<string>;
}

export interface OtherDeskAdminOptions {
  readonly store: Store;
  readonly now: () => number;
  readonly call: Call;
  readonly mayBePrivate: boolean;
  readonly connect?: Connect;
}

export function createOtherDeskAdmin(options: OtherDeskAdminOptions): OtherDeskAdmin {
  const { store, now, call, mayBePrivate, connect = connectDesk } = options;
  const { db } = store;

  async function require(): Promise<DeskRow> {
    const row = await findDesk(db);
    if (row === undefined) throw new AppError("other-desk/not-found", "There is no other desk.");
    return row;
  }

  const check = ({ url }: Pick<OtherDeskForm, "url">) =>
    checkAddress(url, { mayBePrivate, code: "other-desk/refused" });

  async function insert(form: OtherDeskForm, login: DeskLogin, by: string): Promise<void> {
    const at = now();
    await db.transaction().execute(async (trx) => {
      const id = newId();
      const columns = { ...toColumns(form), login_json: toJson(login), version: 1, updated_at: at };
      const fresh = {
        mark: randomBytes(3).toString("hex"),
        hook_secret: newSecret(),
        looked_to: null,
        account: null,
      };
      const inserted = await trx
        .insertInto("other_desk")
        .values({
          ...{ id, place: "only", kind: form.kind, ...columns, ...fresh, look_at: 0, tries: 0, try_at: 0 },
          ...{ away_since: null, reason: null, created_at: at, created_by: by },
        })
        .onConflict((conflict) => conflict.column("place").doNothing())
        .returning("id")
        .executeTakeFirst();
      if (inserted === undefined) throw changed(undefined);
      await recordChange(trx, { type: "other-desk", id, name: form.name, after: toTrail(form), at, by });
    });
  }

  async function update(
    before: DeskRow,
    form: OtherDeskChange,
    login: DeskLogin,
    by: string,
  ): Promise<boolean> {
    const { version, ...rest } = form;
    const at = now();
    return db.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable("other_desk")
        .set({
          ...toColumns(rest),
          login_json: toJson(login),
          version: version + 1,
          updated_at: at,
          try_at: 0,
        })
        .where("id", "=", before.id)
        .where("version", "=", version)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      // What was refused under the old settings may go now.
      await sendAgainIn(trx, at);
      const trail = { before: toTrail(toForm(before)), after: toTrail(rest) };
      await recordChange(trx, { type: "other-desk", id: before.id, name: rest.name, ...trail, at, by });
      return true;
    });
  }

  const read = async (): Promise<OtherDesk | undefined> => {
    const row = await findDesk(db);
    return row === undefined ? undefined : toView(db, row);
  };

  return {
    read,
    save: async (change, by) => {
      check(change);
      const before = await findDesk(db);
      const login = toLogin(change, before);
      if (before === undefined) {
        const { version, ...form } = change;
        if (version !== 0) throw new AppError("other-desk/not-found", "There is no other desk.");
        await insert(form, login, by);
      } else if (change.kind !== before.kind) {
        throw new AppError("other-desk/refused", "Remove this desk first; another kind is another desk.");
      } else if (!(await update(before, change, login, by))) {
        throw changed(await read());
      }
      return toView(db, await require());
    },
    remove: async (by) => {
      const row = await require();
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom("desk_copy").execute();
        await trx.deleteFrom("desk_link").execute();
        await trx.deleteFrom("other_desk").where("id", "=", row.id).execute();
        const change = { type: "other-desk", id: row.id, name: row.name, at: now(), by };
        await recordChange(trx, { ...change, before: toTrail(toForm(row)) });
      });
    },
    tryOut: async (form) => {
      check(form);
      const login = toLogin(form, await findDesk(db));
      const signal = AbortSignal.timeout(tryWithinMs);
      const desk = connect(
        { kind: form.kind, url: form.url, login_json: toJson(login) },
        { call, now, signal },
      );
      try {
        const { account, states, priorities, places } = await desk.check();
        return { ok: true, account, states: [...states], priorities: [...priorities], places: [...places] };
      } catch (error) {
        if (!(error instanceof DeskError)) throw error;
        return { ok: false, reason: error.message };
      } finally {
        await desk.close().catch(() => undefined);
      }
    },
    renewHookSecret: async (by) => {
      const row = await require();
      const secret = newSecret();
      await db.transaction().execute(async (trx) => {
        const at = now();
        await trx.updateTable("other_desk").set({ hook_secret: secret }).where("id", "=", row.id).execute();
        const change = { type: "other-desk", id: row.id, name: row.name, at, by };
        await recordChange(trx, { ...change, before: { signing: "before" }, after: { signing: "renewed" } });
      });
      return secret;
    },
  };
}

export function findDesk(db: Db): Promise<DeskRow | undefined> {
  return db.selectFrom("other_desk").selectAll().executeTakeFirst();
}

function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

function changed(present: OtherDesk | undefined): AppError {
  const message = "Somebody else has changed this desk meanwhile. Look and save again.";
  return new AppError("other-desk/changed", message, { details: { present } });
}

/** A secret that is kept goes only where it has gone before. */
function toLogin(form: Tried, before: DeskRow | undefined): DeskLogin {
  const isSame =
    before !== undefined && before.kind === form.kind && originOf(before.url) === originOf(form.url);
  const kept = isSame ? fromJson(loginSchema, before.login_json) : undefined;
  const token = form.token ?? kept?.token;
  if (token === undefined) {
    throw new AppError("other-desk/refused", "A token is needed: there is none for this address yet.");
  }
  const appToken = form.appToken ?? kept?.appToken;
  return appToken === undefined || appToken === "" ? { token } : { token, appToken };
}

function originOf(url: string): string {
  return new URL(url).origin;
}

function toColumns({ name, url, isActive, mapping }: OtherDeskForm) {
  return { name, url, mapping_json: toJson(mapping), active: isActive ? 1 : 0 };
}

function toForm(row: DeskRow): OtherDeskForm {
  const kind = otherDeskKinds.find((one) => one === row.kind) ?? "zammad";
  return { kind, name: row.name, url: row.url, isActive: row.active === 1, mapping: mappingOf(row) };
}

/** What the audit trail keeps: no secret, and whether one was given. */
function toTrail({ token, appToken, ...form }: OtherDeskForm): Record<string, unknown> {
  const given = token !== undefined || appToken !== undefined;
  return given ? { ...form, login: "renewed" } : { ...form };
}

async function toView(db: Db, row: DeskRow): Promise<OtherDesk> {
  const counts = await db
    .selectFrom("desk_link")
    .select((of) => ["state", of.fn.countAll<number | string>().as("count")])
    .select((of) => [of.fn.count<number | string>("remote_id").as("linked"), of.fn.max("sent_at").as("last")])
    .groupBy("state")
    .execute();
  const parts = await db
    .selectFrom("desk_copy")
    .select((of) => of.fn.countAll<number | string>().as("count"))
    .where("state", "=", "refused")
    .executeTakeFirstOrThrow();
  const of = (state: string) => Number(counts.find((one) => one.state === state)?.count ?? 0);
  const last = Math.max(0, ...counts.map((one) => Number(one.last ?? 0)));
  return {
    ...toForm(row),
    version: row.version,
    hasAppToken: fromJson(loginSchema, row.login_json).appToken !== undefined,
    hookPath: `/webhooks/other-desk/${row.mark}`,
    linked: counts.reduce((sum, one) => sum + Number(one.linked), 0),
    waiting: of("waiting"),
    stuck: of("stuck") + Number(parts.count),
    ...(last === 0 ? {} : { lastSentAt: last }),
    ...(row.away_since === null ? {} : { away: { since: row.away_since, reason: row.reason ?? "" } }),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
