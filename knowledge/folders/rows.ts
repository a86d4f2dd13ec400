import { z } from "zod";
import { type Folder, type FolderForm, folderReaders, type Role, roleSchema } from "../../contract/index.js";
import type { Db, NewRow, Row } from "../../store/index.js";

const readersSchema = z.enum(folderReaders);

/** All folders that say something about rights, by path. */
export async function readFolders(db: Db): Promise<Folder[]> {
  const rows = await db.selectFrom("article_folder").selectAll().orderBy("path").execute();
  const grants = await db.selectFrom("folder_grant").selectAll().orderBy("subject").execute();
  return rows.map((row) =>
    toFolder(
      row,
      grants.filter((grant) => grant.folder_id === row.id),
    ),
  );
}

function toFolder(
  { id, path, readers }: Row<"article_folder">,
  grants: readonly Row<"folder_grant">[],
): Folder {
  const subjects = (purpose: string, kind: string): string[] =>
    grants.filter((one) => one.purpose === purpose && one.kind === kind).map(({ subject }) => subject);
  const roles = (purpose: string): Role[] => z.array(roleSchema).parse(subjects(purpose, "role"));
  return {
    id,
    path,
    readers: readersSchema.parse(readers),
    read: { roles: roles("read"), groupIds: subjects("read", "group") },
    administer: {
      roles: roles("administer"),
      groupIds: subjects("administer", "group"),
      accountIds: subjects("administer", "account"),
    },
  };
}

export function toGrants(
  folderId: string,
  { readers, read, administer }: FolderForm,
): NewRow<"folder_grant">[] {
  const rows = (purpose: string, kind: string, subjects: readonly string[]) =>
    [...new Set(subjects)].map((subject) => ({ folder_id: folderId, purpose, kind, subject }));
  return [
    ...(readers === "listed"
      ? [...rows("read", "role", read.roles), ...rows("read", "group", read.groupIds)]
      : []),
    ...rows("administer", "role", administer.roles),
    ...rows("administer", "group", administer.groupIds),
    ...rows("administer", "account", administer.accountIds),
  ];
}
