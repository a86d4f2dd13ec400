import { AppError, type Folder, type FolderForm } from "../../contract/index.js";
import { type Bell, type Db, isUniqueViolation, newId, recordChange, type Store } from "../../store/index.js";
import { readFolders, toGrants } from "./rows.js";

const topic = "folders-changed";
/** A change made on another node without a bell, or straight in the database, is seen after this time. */
const everyMs = 1500;

export interface Folders {
  /** As this node knows them; never asks the database. */
  present(): ReadonlyMap<string, Folder>;
  list(): Promise<Folder[]>;
  /** Makes a folder, or with `id` changes one; holds on this node when it resolves, within moments on the others. */
  save(form: FolderForm, which: { readonly id?: string | undefined; readonly by: string }): Promise<Folder>;
  /** What lies in it follows the folder above from then on. The top stays. */
  remove(id: string, by: string): Promise<void>;
  /** Reads them from the database; resolves when `present` tells what is committed now. */
  refresh(): Promise<void>;
  start(): Promise<void>;
  stop(): void;
}

interface FolderParts {
  readonly store: Store;
  readonly now: () => number;
  readonly bell?: Bell | undefined;
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** The rights on folders; asked at each search, so that a change needs no article to be indexed again. */
export function createFolders({ store, now, bell, onError }: FolderParts): Folders {
  let known: ReadonlyMap<string, Folder> = new Map();
  let reading = 0;
  let applied = 0;
  let timer: NodeJS.Timeout | undefined;

  async function refresh(): Promise<void> {
    reading += 1;
    const mine = reading;
    const folders = await readFolders(store.db);
    // An older reading that comes late must not take back what a newer one brought.
    if (mine >= applied) {
      applied = mine;
      known = new Map(folders.map((folder) => [folder.path, folder]));
    }
  }

  const refreshQuietly = () => void refresh().catch((error: unknown) => onError?.(error));
  const stopHearing = bell?.on(topic, refreshQuietly);

  async function changed(): Promise<void> {
    await refresh();
    bell?.ring(topic, "");
  }

  return {
    present: () => known,
    list: () => readFolders(store.db),
    save: async (form, { id, by }) => {
      const folder = { ...form, id: id ?? newId() };
      await refuseTaken(form.path, () =>
        store.db.transaction().execute(async (trx) => {
          const before = id === undefined ? undefined : await requireFolder(trx, id);
          await save(trx, { folder, before }, { by, at: now() });
        }),
      );
      await changed();
      return folder;
    },
    remove: async (id, by) => {
      await store.db.transaction().execute((trx) => remove(trx, id, { by, at: now() }));
      await changed();
    },
    refresh,
    start: async () => {
      await refresh();
      timer ??= setInterval(refreshQuietly, everyMs).unref();
    },
    stop: () => {
      stopHearing?.();
      clearInterval(timer);
    },
  };
}

interface Author {
  readonly by: string;
  readonly at: number;
}

interface FolderChange {
  readonly folder: Folder;
  readonly before: Folder | undefined;
}

async function save(trx: Db, { folder, before }: FolderChange, { by, at }: Author): Promise<void> {
  const { id, path, readers } = folder;
  if (before?.path === "" && path !== "") {
    throw new AppError("folder/refused", "The top folder cannot be moved.");
  }
  await refuseUnknown(trx, folder);
  await trx
    .insertInto("article_folder")
    .values({ id, path, readers, created_at: at, updated_at: at })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ path, readers, updated_at: at }))
    .execute();
  await trx.deleteFrom("folder_grant").where("folder_id", "=", id).execute();
  const grants = toGrants(id, folder);
  if (grants.length > 0) await trx.insertInto("folder_grant").values(grants).execute();
  await recordChange(trx, {
    type: "folder",
    id,
    name: path || "/",
    before: shown(before),
    after: shown(folder),
    at,
    by,
  });
}

async function remove(trx: Db, id: string, { by, at }: Author): Promise<void> {
  const before = await requireFolder(trx, id);
  if (before.path === "") throw new AppError("folder/refused", "The top folder cannot be removed.");
  await trx.deleteFrom("folder_grant").where("folder_id", "=", id).execute();
  await trx.deleteFrom("article_folder").where("id", "=", id).execute();
  await recordChange(trx, { type: "folder", id, name: before.path, before: shown(before), at, by });
}

async function requireFolder(trx: Db, id: string): Promise<Folder> {
  const folder = (await readFolders(trx)).find((one) => one.id === id);
  if (folder === undefined) throw new AppError("folder/not-found", "There is no such folder.");
  return folder;
}

async function refuseUnknown(trx: Db, { read, administer }: Folder): Promise<void> {
  const groupIds = new Set([...read.groupIds, ...administer.groupIds]);
  const accountIds = new Set(administer.accountIds);
  const groups =
    groupIds.size === 0
      ? []
      : await trx
          .selectFrom("assignment_group")
          .select("id")
          .where("id", "in", [...groupIds])
          .execute();
  const accounts =
    accountIds.size === 0
      ? []
      : await trx
          .selectFrom("account")
          .select("id")
          .where("id", "in", [...accountIds])
          .execute();
  if (groups.length < groupIds.size)
    throw new AppError("folder/refused", "One of the groups is not there any more.");
  if (accounts.length < accountIds.size)
    throw new AppError("folder/refused", "One of the people is not there any more.");
}

function shown(folder: Folder | undefined) {
  if (folder === undefined) return undefined;
  const { id: _, ...properties } = folder;
  return properties;
}

async function refuseTaken(path: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("folder/refused", `"${path}" has its rights already; change those.`, { cause: error });
  }
}
