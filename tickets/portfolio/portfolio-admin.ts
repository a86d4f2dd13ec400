import {
  type AdminPortfolio,
  AppError,
  type ImportReport,
  type PortfolioFormat,
  type PortfolioType,
} from "../../contract/index.js";
import { type Db, recordChange, type Store } from "../../store/index.js";
import { checkItem } from "./check-item.js";
import { findUses, type Use } from "./find-uses.js";
import { nameOf, type PortfolioItem } from "./item.js";
import { readItems } from "./read-items.js";
import { PortfolioState } from "./state.js";
import { exportPortfolio, importPortfolio, readPortfolioFile } from "./transfer/index.js";
import { type Author, writeItem } from "./write-item.js";

/** The portfolio as admins keep it. Every change is recorded with its author (S0-24) and holds on all nodes at once. */
export interface PortfolioAdmin {
  read(): Promise<AdminPortfolio>;
  /** Throws `portfolio/refused` whose details name each property with what is wrong. */
  create(item: PortfolioItem, by: string): Promise<void>;
  /** As `create`; `portfolio/not-found` when it is not there. */
  update(item: PortfolioItem, by: string): Promise<void>;
  /** Throws `portfolio/in-use` whose details tell by what: an item that tickets or settings point at stays. */
  remove(type: PortfolioType, id: string, by: string): Promise<void>;
  /** The whole portfolio as a file that `import` takes. */
  export(format: PortfolioFormat): Promise<string>;
  /**
   * Brings what the file names to what the file says, by their keys; leaves the rest alone. Rows that cannot be are
   * told with their reasons, the others count, in one transaction. Throws `portfolio/refused` for what is no such file.
   */
  import(file: ImportRequest, by: string): Promise<ImportReport>;
}

export interface ImportRequest {
  readonly format: PortfolioFormat;
  readonly content: string;
  readonly dryRun: boolean;
}

export function createPortfolioAdmin(options: {
  readonly store: Store;
  readonly now: () => number;
  /** Told after each change. */
  readonly changed: () => void;
}): PortfolioAdmin {
  const { store, now, changed } = options;

  /** Changes wait for each other, so that each is checked against what the ones before have left. */
  async function change<T>(run: (trx: Db, state: PortfolioState, at: number) => Promise<T>): Promise<T> {
    const result = await store.db.transaction().execute(async (trx) => {
      await lockPortfolio(trx);
      return run(trx, new PortfolioState(await readItems(trx)), now());
    });
    changed();
    return result;
  }

  return {
    read: async () => toLists(new PortfolioState(await readItems(store.db))),
    create: (item, by) =>
      change(async (trx, state, at) => {
        await checkAndWrite(trx, item, { state, at, by });
      }),
    update: (item, by) =>
      change(async (trx, state, at) => {
        requireItem(state, item.type, item.id);
        await checkAndWrite(trx, item, { state, at, by });
      }),
    remove: (type, id, by) =>
      change(async (trx, state, at) => {
        await removeItem(trx, requireItem(state, type, id), { state, at, by });
      }),
    export: async (format) => exportPortfolio(new PortfolioState(await readItems(store.db)), format),
    import: async ({ format, content, dryRun }, by) => {
      const records = readPortfolioFile(content, format);
      if (dryRun) {
        const plan = importPortfolio(records, new PortfolioState(await readItems(store.db)));
        return { dryRun, ...plan.report };
      }
      return change(async (trx, state, at) => {
        const before = new PortfolioState(await readItems(trx));
        const { items, report } = importPortfolio(records, state);
        for (const item of items) await writeItem(trx, item, { state: before, at, by });
        return { dryRun, ...report };
      });
    },
  };
}

function toLists(state: PortfolioState): AdminPortfolio {
  return {
    origins: state.all("origin").map(({ id, form }) => ({ id, ...form })),
    contracts: state.all("contract").map(({ id, form }) => ({ id, ...form })),
    catalogs: state.all("catalog").map(({ id, form }) => ({ id, ...form })),
    services: state.all("service").map(({ id, form }) => ({ id, ...form })),
    activities: state.all("activity").map(({ id, form }) => ({ id, ...form })),
  };
}

type Context = Author & { readonly state: PortfolioState };

async function checkAndWrite(trx: Db, item: PortfolioItem, context: Context): Promise<void> {
  const problems = checkItem(item, context.state);
  if (problems.length > 0) {
    const message = problems.map((problem) => problem.message).join(" ");
    throw new AppError("portfolio/refused", message, { details: { problems } });
  }
  await writeItem(trx, item, context);
}

function requireItem(state: PortfolioState, type: PortfolioType, id: string): PortfolioItem {
  const item = state.find(type, id);
  if (item === undefined) throw new AppError("portfolio/not-found", `There is no such ${type}.`);
  return item;
}

async function removeItem(trx: Db, item: PortfolioItem, { state, at, by }: Context): Promise<void> {
  const { type, id, form } = item;
  const uses = await findUses(trx, item, state);
  if (uses.length > 0) throw inUse(item, uses);
  await trx.deleteFrom("permitted_group").where("object_id", "=", id).execute();
  await trx.deleteFrom(type).where("id", "=", id).execute();
  await recordChange(trx, { type, id, name: nameOf(item), before: form, at, by });
}

const insteadOf: Readonly<Record<PortfolioType, string>> = {
  origin: "",
  contract: "",
  catalog: " Set its phase to obsolete instead.",
  service: " Set its phase to obsolete instead.",
  activity: " Set its status to inactive instead.",
};

function inUse(item: PortfolioItem, uses: readonly Use[]): AppError {
  const used = uses.map(tell);
  const message = `"${nameOf(item)}" is used by ${used.join(" and ")}.${insteadOf[item.type]}`;
  return new AppError("portfolio/in-use", message, { details: { uses } });
}

function tell({ by, count, names }: Use): string {
  switch (by) {
    case "parameters":
      return `parameters ${names.join(", ")}`;
    case "agreements":
    case "offerings":
    case "agreement rules":
      return `${by}: ${names.join(", ")}`;
    default:
      return `${count} ${by}`;
  }
}

/** The upsert holds its row until the transaction ends, on both engines. */
async function lockPortfolio(trx: Db): Promise<void> {
  await trx
    .insertInto("counter")
    .values({ name: "portfolio-changes", value: 1 })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((eb) => ({ value: eb("counter.value", "+", 1) })),
    )
    .execute();
}
