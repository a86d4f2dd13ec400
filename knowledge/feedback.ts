import type { Store } from "../store/index.js";

export interface Feedback {
  /** Takes down whether an article helped this person; a second answer takes the place of the first. */
  give(answer: {
    readonly articleId: string;
    readonly accountId: string;
    readonly helped: boolean;
    readonly comment?: string | undefined;
  }): Promise<void>;
  /** How many it helped, and how many it did not. */
  of(articleId: string): Promise<{ helped: number; didNot: number }>;
}

export function createFeedback({
  store,
  now,
}: {
  readonly store: Store;
  readonly now: () => number;
}): Feedback {
  return {
    give: async ({ articleId, accountId, helped, comment }) => {
      const answer = { helped: helped ? 1 : 0, at: now(), comment: comment || null };
      await store.db
        .insertInto("article_feedback")
        .values({ article_id: articleId, account_id: accountId, ...answer })
        .onConflict((conflict) => conflict.columns(["article_id", "account_id"]).doUpdateSet(answer))
        .execute();
    },
    of: async (articleId) => {
      const rows = await store.db
        .selectFrom("article_feedback")
        .select("helped")
        .where("article_id", "=", articleId)
        .execute();
      const helped = rows.filter((row) => row.helped === 1).length;
      return { helped, didNot: rows.length - helped };
    },
  };
}
