import { AppError, type Attachment } from "../../contract/index.js";
import type { Domains } from "../domains.js";

/** An article as a card in a talk; only what its requester may read leaves the desk. */
export function createArticleCard({
  conversations,
  articles,
  personOf,
}: Pick<Domains, "conversations" | "articles" | "personOf">) {
  return async (conversationId: string, articleId: string): Promise<Attachment> => {
    const talk = await conversations.byId(conversationId);
    const requester = talk === undefined ? undefined : await personOf(talk.requester_id);
    const article = requester === undefined ? undefined : await articles.get(requester, articleId);
    if (article === undefined) {
      throw new AppError("article/not-found", "The requester may not read this article.");
    }
    return { kind: "article", articleId: article.id, title: article.title, body: article.body };
  };
}
