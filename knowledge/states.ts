import type { Store } from "../store/index.js";
import type { Guarded } from "./article.js";
import { groupsOf, removedState, toGuarded } from "./rows.js";

/** Few enough that reading a page does not keep talks waiting. */
const pageRows = 200;

/** An article without its words. */
export interface ArticleState extends Guarded {
  readonly id: string;
  readonly updatedAt: number;
}

export async function* articleStates(store: Store): AsyncGenerator<ArticleState[]> {
  let after = "";
  for (;;) {
    const rows = await store.db
      .selectFrom("article")
      .select(["id", "updated_at", "visibility", "state", "folder", "author_id", "expires_at"])
      .where("id", ">", after)
      .where("state", "!=", removedState)
      .orderBy("id")
      .limit(pageRows)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    const groups = await groupsOf(
      store.db,
      rows.map((row) => row.id),
    );
    yield rows.map((row) => ({
      ...toGuarded(row, groups.get(row.id) ?? []),
      id: row.id,
      updatedAt: row.updated_at,
    }));
    after = last.id;
  }
}
