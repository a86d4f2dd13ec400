import Fuse from "fuse.js";
import MiniSearch from "minisearch";

const limit = 10;

/** What is compared: each makes, from articles, an index that answers ids, best first, and may take a changed article. */
export const engines = {
  deskhand: async () => {
    const { createSearch } = await import("../../../dist/server/knowledge/index.js");
    const { createFillers, createStemmer } = await import("../../../dist/server/nlp/index.js");
    const stemmer = createStemmer();
    return (articles) => {
      const tokenize = (text, language) => stemmer.stems(text, language);
      const search = createSearch({ tokenize, isFiller: createFillers(stemmer) });
      const rest = { language: "en", visibility: "public", state: "published", groupIds: [] };
      const change = (article) => search.add({ ...article, ...rest });
      for (const article of articles) change(article);
      const options = { language: "en", permits: () => true, limit };
      return { find: (text) => search.search(text, options).map(({ id }) => id), change };
    };
  },
  minisearch: async () => (articles) => {
    const index = new MiniSearch({ fields: ["title", "body"] });
    index.addAll(articles);
    return {
      find: (text) =>
        index
          .search(text)
          .slice(0, limit)
          .map(({ id }) => id),
      change: (article) => {
        index.discard(article.id);
        index.add(article);
      },
    };
  },
  fuse: async () => (articles) => fuseOver(articles, {}),
  tokens: async () => (articles) => fuseOver(articles, { useTokenSearch: true, ignoreLocation: true }),
};

function fuseOver(articles, options) {
  const index = new Fuse(articles, { keys: ["title", "body"], ...options });
  return { find: (text) => index.search(text, { limit }).map(({ item }) => item.id) };
}
