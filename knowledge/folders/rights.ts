import type { Folder, Principal } from "../../contract/index.js";

export type Reader = Pick<Principal, "accountId" | "role" | "groupIds" | "guest">;

/** What a person may do with what lies in a folder. */
export interface FolderRights {
  readonly reads: boolean;
  readonly administers: boolean;
}

export type RightsOn = (path: string) => FolderRights;

/** The rights of one person on each folder; each path is worked out once. */
export function rightsOf(person: Reader, folders: ReadonlyMap<string, Folder>): RightsOn {
  const known = new Map<string, FolderRights>();
  return (path) => {
    const found = known.get(path);
    if (found !== undefined) return found;
    const rights = workOut(person, folders, path);
    known.set(path, rights);
    return rights;
  };
}

/**
 * The nearest folder that says who reads decides about reading, the nearest that names administrators about those. Guests
 * are nobody's "everyone": they read what the groups of the account that stands for them read (S2-X1).
 */
function workOut(person: Reader, folders: ReadonlyMap<string, Folder>, path: string): FolderRights {
  const above = upwards(path).flatMap((at) => folders.get(at) ?? []);
  const readers = above.find((folder) => folder.readers !== "inherit");
  const administrators = above.find(({ administer }) => namesSomebody(administer));
  const administers = administrators !== undefined && isNamed(person, administrators.administer);
  const reads =
    administers ||
    (person.guest !== true && (readers === undefined || readers.readers === "everyone")) ||
    (readers !== undefined && isNamed(person, { ...readers.read, accountIds: [] }));
  return { reads, administers };
}

/** The folder, and all above it up to the top. */
export function upwards(path: string): string[] {
  const names = path === "" ? [] : path.split("/");
  return [...names.keys()].map((index) => names.slice(0, names.length - index).join("/")).concat("");
}

type Named = Folder["administer"];

function namesSomebody({ roles, groupIds, accountIds }: Named): boolean {
  return roles.length + groupIds.length + accountIds.length > 0;
}

function isNamed(person: Reader, { roles, groupIds, accountIds }: Named): boolean {
  return (
    (person.guest !== true && roles.includes(person.role)) ||
    accountIds.includes(person.accountId) ||
    groupIds.some((id) => person.groupIds.includes(id))
  );
}
