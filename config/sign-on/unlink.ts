import { type Db, recordChange } from "../../store/index.js";
import { readPerson } from "../accounts/index.js";

/** Throws `account/not-found`; false where nothing was linked. */
export async function unlink(
  db: Db,
  { accountId, by, at }: { readonly accountId: string; readonly by: string; readonly at: number },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { name } = await readPerson(trx, accountId);
    const gone = await trx
      .deleteFrom("sign_on_link")
      .where("account_id", "=", accountId)
      .returning("subject")
      .execute();
    if (gone.length === 0) return false;
    const change = { before: { singleSignOn: true }, after: { singleSignOn: false }, at, by };
    await recordChange(trx, { type: "account", id: accountId, name, ...change });
    return true;
  });
}
