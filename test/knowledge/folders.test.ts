import fc from "fast-check";
import { type Role, roles, type Visibility, visibilities } from "../../contract/index.js";
import {
  type Articles,
  createArticles,
  createFolders,
  createPermits,
  type Folders,
  type Reader,
} from "../../knowledge/index.js";
import { addAccount } from "../support/desks.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";
import { addGroup, reader } from "./readers.js";

const noon = 1_800_000_000_000;
const noReaders = { roles: [], groupIds: [] };
const nobody = { roles: [], groupIds: [], accountIds: [] };

describe.each(engines)("folders on %s", (engine) => {
  let store: TestStore;
  let folders: Folders;
  let articles: Articles;
  let groups: string[];
  let by: string;

  beforeAll(async () => {
    store = await openTestStore(engine);
    groups = [await addGroup(store, "Network"), await addGroup(store, "Finance")];
    by = await addAccount(store, { role: "admin" });
    folders = createFolders({ store, now: () => noon });
    articles = createArticles({ store, now: () => noon });
    await folders.refresh();
  });
  afterAll(() => store.discard());
  afterEach(async () => {
    for (const folder of await folders.list()) if (folder.path !== "") await folders.remove(folder.id, by);
    for await (const page of articles.all()) for (const { id } of page) await articles.remove(id);
  });

  const save = (title: string, folder: string, visibility: Visibility = "internal", authorId?: string) =>
    articles.save({ title, folder, visibility, authorId, language: "en", body: title });

  async function readBy(person: Reader): Promise<string> {
    const listed = (await articles.list(person, { limit: 100 })).items.map(({ title }) => title);
    const permits = createPermits(person, folders.present(), noon);
    const inMemory: string[] = [];
    for await (const page of articles.all()) inMemory.push(...page.filter(permits).map(({ title }) => title));
    expect(inMemory.sort()).toEqual(listed.sort());
    return listed.join("");
  }

  it("opens what is internal to the roles and groups of its folder, and to nobody else (S2-25)", async () => {
    await save("a", "Payroll/Taxes");
    await save("b", "Payrolls");
    const read = { roles: ["supervisor" as const], groupIds: [groups[1] ?? ""] };
    await folders.save({ path: "Payroll", readers: "listed", read, administer: nobody }, { by });

    expect(await readBy(reader("requester"))).toBe("");
    expect(await readBy(reader("agent"))).toBe("b");
    expect(await readBy(reader("requester", groups[1] ?? ""))).toBe("a");
    expect(await readBy(reader("supervisor"))).toBe("ab");
    expect(await readBy(reader("admin"))).toBe("ab");
  });

  it("lets the nearest folder decide, and everybody who is logged in read what is open to all (S2-25)", async () => {
    await save("a", "Staff/Canteen");
    await save("b", "Staff/Canteen/Prices");
    await save("c", "Staff");
    await folders.save(
      { path: "Staff/Canteen", readers: "everyone", read: noReaders, administer: nobody },
      { by },
    );

    expect(await readBy(reader("requester"))).toBe("ab");
    expect(await readBy(reader("agent"))).toBe("abc");
  });

  it("counts guests as nobody who is logged in, whatever is open to all or to requesters (S2-25, S2-X1)", async () => {
    await save("a", "Staff/Canteen");
    await save("b", "Lobby");
    await save("c", "Club");
    const [club] = groups;
    const read = { roles: ["requester" as const], groupIds: [] };
    const members = { roles: [], groupIds: [club ?? ""] };
    await folders.save(
      { path: "Staff/Canteen", readers: "everyone", read: noReaders, administer: nobody },
      { by },
    );
    await folders.save({ path: "Lobby", readers: "listed", read, administer: nobody }, { by });
    await folders.save({ path: "Club", readers: "listed", read: members, administer: nobody }, { by });

    expect(await readBy({ ...reader("requester"), guest: true })).toBe("");
    expect(await readBy({ ...reader("requester", club ?? ""), guest: true })).toBe("c");
    expect(await readBy(reader("requester"))).toBe("ab");
  });

  it("opens what is confidential to its author and the administrators of the folder only (S2-25)", async () => {
    const [author, keeper] = [reader("requester"), reader("agent")];
    const keeperId = await addAccount(store, { role: "agent" });
    await save("a", "Board/Minutes", "confidential", author.accountId);
    await folders.save(
      {
        path: "Board",
        readers: "inherit",
        read: noReaders,
        administer: { ...nobody, accountIds: [keeperId] },
      },
      { by },
    );

    expect(await readBy(author)).toBe("a");
    expect(await readBy({ ...keeper, accountId: keeperId })).toBe("a");
    expect(await readBy(keeper)).toBe("");
    expect(await readBy(reader("supervisor", ...groups))).toBe("");
    expect(await readBy(reader("admin"))).toBe("");
  });

  it("counts in each folder only what may be read (S2-25)", async () => {
    await save("a", "Open", "public");
    await save("b", "Open");
    await save("c", "Closed");

    expect(await articles.folderCounts(reader("requester"))).toEqual([{ path: "Open", count: 1 }]);
    expect(await articles.folderCounts(reader("agent"))).toEqual([
      { path: "Closed", count: 1 },
      { path: "Open", count: 2 },
    ]);
  });

  it("writes who changed the rights of a folder, and refuses what cannot be", async () => {
    const form = { path: "Audit", readers: "everyone" as const, read: noReaders, administer: nobody };
    const { id } = await folders.save(form, { by });
    await folders.save({ ...form, readers: "inherit" }, { id, by });
    const top = (await folders.list()).find(({ path }) => path === "");

    await expect(folders.save(form, { by })).rejects.toMatchObject({ code: "folder/refused" });
    await expect(folders.save(form, { id: by, by })).rejects.toMatchObject({ code: "folder/not-found" });
    await expect(folders.remove(top?.id ?? "", by)).rejects.toMatchObject({ code: "folder/refused" });
    const stranger = { ...form, path: "Other", read: { roles: [], groupIds: [by] } };
    await expect(folders.save(stranger, { by })).rejects.toMatchObject({ code: "folder/refused" });
    const changes = await store.db.selectFrom("change_log").selectAll().where("object_id", "=", id).execute();
    expect(changes.map(({ action, changed_by }) => [action, changed_by])).toEqual([
      ["created", by],
      ["updated", by],
    ]);
  });

  it("gives nobody, whatever the folders say, what the rule in plain words refuses (S2-25)", async () => {
    const paths = ["", "a", "a/b", "a/b/c", "ab", "c"];
    const role = fc.constantFrom<Role>(...roles);
    const someGroups = fc.subarray([0, 1]);
    const right = fc.record({ roles: fc.subarray([...roles]), groups: someGroups });
    const rule = fc.record({
      path: fc.constantFrom(...paths.slice(1)),
      readers: fc.constantFrom("inherit" as const, "everyone" as const, "listed" as const),
      read: right,
      administer: fc.oneof(
        fc.constant<{ roles: Role[]; groups: number[] }>({ roles: [], groups: [] }),
        right,
      ),
    });
    const kept = fc.record({
      folder: fc.constantFrom(...paths),
      visibility: fc.constantFrom(...visibilities),
      groups: someGroups,
      authored: fc.boolean(),
    });
    const world = fc.record({
      rules: fc.uniqueArray(rule, { selector: ({ path }) => path, maxLength: 4 }),
      kept: fc.array(kept, { minLength: 1, maxLength: 6 }),
      role,
      groups: someGroups,
    });
    const named = (indexes: readonly number[]) => indexes.map((index) => groups[index] ?? "");

    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        const person = { accountId: by, role: given.role, groupIds: named(given.groups) };
        for (const { path, readers, read, administer } of given.rules) {
          const form = {
            ...{ path, readers },
            read: { roles: read.roles, groupIds: named(read.groups) },
            administer: { roles: administer.roles, groupIds: named(administer.groups), accountIds: [] },
          };
          await folders.save(form, { by });
        }
        for (const [index, one] of given.kept.entries()) {
          const { folder, visibility, authored } = one;
          const groupIds = named(one.groups);
          const authorId = authored ? by : undefined;
          await articles.save({
            title: `${index}`,
            folder,
            visibility,
            groupIds,
            authorId,
            language: "en",
            body: "x",
          });
        }
        const known = await folders.list();

        const expected = given.kept.flatMap((one, index) => {
          const above = known
            .filter(({ path }) => path === "" || `${one.folder}/`.startsWith(`${path}/`))
            .sort((x, y) => y.path.length - x.path.length);
          const is = (list: { roles: readonly Role[]; groupIds: readonly string[] }) =>
            list.roles.includes(given.role) || list.groupIds.some((id) => person.groupIds.includes(id));
          const keepers = above.find(
            ({ administer: { roles: r, groupIds } }) => r.length + groupIds.length > 0,
          );
          const deciding = above.find(({ readers }) => readers !== "inherit");
          const keeps = keepers !== undefined && is(keepers.administer);
          const inFolder = deciding?.readers === "everyone" || (deciding !== undefined && is(deciding.read));
          const own = named(one.groups);
          const mayRead = {
            public: true,
            internal:
              given.role === "admin" ||
              keeps ||
              (own.length === 0 ? inFolder : own.some((id) => person.groupIds.includes(id))),
            confidential: one.authored || keeps,
          };
          return mayRead[one.visibility] ? [`${index}`] : [];
        });
        const read = await readBy(person);
        for (const folder of known) if (folder.path !== "") await folders.remove(folder.id, by);
        for await (const page of articles.all()) for (const { id } of page) await articles.remove(id);

        expect([...read].sort()).toEqual(expected.sort());
      }),
      { numRuns: 25 },
    );
  });
});
