import type { SelectQueryBuilder } from "kysely";
import type { Db, Tables } from "../store/index.js";

const kept = ["language", "title", "body", "tags_json", "folder", "visibility", "state", "version"] as const;

type Articles = SelectQueryBuilder<Tables, "article", object>;

/** Keeps the present words of these articles as versions, where they are not kept yet; call it before they change. */
export async function keepVersions(trx: Db, which: (articles: Articles) => Articles): Promise<void> {
  await trx
    .insertInto("article_version")
    .columns([...kept, "article_id", "saved_at", "note"])
    .expression((eb) =>
      which(eb.selectFrom("article")).select(({ val }) => [
        ...kept,
        "id as article_id",
        "updated_at as saved_at",
        val("").as("note"),
      ]),
    )
    .onConflict((conflict) => conflict.columns(["article_id", "version"]).doNothing())
    .execute();
}
