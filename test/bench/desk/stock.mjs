import { deskhand } from "./deskhand.mjs";
import { fill, languages, pick, words } from "./words.mjs";

const atOnce = 500;

/** Puts made-up articles and activities beside those of the demo desk, through the product's own store. */
export async function stockDesk(place, { articles, activities }) {
  const { connectStore, createArticles } = await deskhand();
  const store = connectStore(place.options);
  try {
    const shelf = createArticles({ store, now: Date.now });
    for (let at = 0; at < articles; at += atOnce) {
      const part = Array.from({ length: Math.min(atOnce, articles - at) }, (_, index) =>
        toArticle(at + index),
      );
      await shelf.saveSourced(part);
    }
    await addActivities(store, activities);
  } finally {
    await store.close();
  }
}

function toArticle(number) {
  const language = languages[number % languages.length];
  const { things, troubles, places, steps } = words[language];
  // Counts through all of their combinations: no two articles are about the same.
  const rank = Math.floor(number / languages.length);
  const thing = things[rank % things.length];
  const trouble = troubles[Math.floor(rank / things.length) % troubles.length];
  const place = places[Math.floor(rank / (things.length * troubles.length)) % places.length];
  const version = 1 + Math.floor(rank / (things.length * troubles.length * places.length));
  const title = `${thing} ${trouble} ${place} (${version})`;
  const sentences = Array.from({ length: 8 }, (_, at) =>
    fill(pick(steps, number * 8 + at), { thing, trouble, place }),
  );
  const draft = {
    title,
    language,
    folder: `bench/${language}`,
    body: `# ${title}\n\n${sentences.join("\n\n")}`,
    tags: [thing.slice(0, 60)],
    visibility: "public",
    state: "published",
    groupIds: [],
  };
  return { source: `bench:${number}`, draft };
}

async function addActivities(store, count) {
  const { newId } = await deskhand();
  const services = await store.db.selectFrom("service").select("id").orderBy("position").execute();
  const rows = Array.from({ length: count }, (_, number) => ({
    id: newId(),
    service_id: services[number % services.length].id,
    kind: "request",
    name_json: JSON.stringify(inAll(number, "{deed} {thing}")),
    description_json: JSON.stringify(inAll(number, "{deed} {thing}")),
    status: "active",
    via_chat: 1,
    group_id: null,
    fields_json: "[]",
    samples_json: JSON.stringify(samplesOf(number)),
    position: 1000 + number,
  }));
  await store.db.transaction().execute(async (trx) => {
    for (let at = 0; at < rows.length; at += 50) {
      await trx
        .insertInto("activity")
        .values(rows.slice(at, at + 50))
        .execute();
    }
  });
}

function inAll(number, pattern) {
  return Object.fromEntries(languages.map((language) => [language, fill(pattern, wishOf(language, number))]));
}

function samplesOf(number) {
  const entries = languages.map((language) => {
    const { deed, thing } = wishOf(language, number);
    const lower = { deed: deed.toLowerCase(), thing };
    return [
      language,
      [fill(words[language].wish, lower), `${lower.deed} ${thing}`, `${thing}: ${lower.deed}`],
    ];
  });
  return Object.fromEntries(entries);
}

function wishOf(language, number) {
  const { deeds, things } = words[language];
  return {
    deed: deeds[number % deeds.length],
    thing: things[Math.floor(number / deeds.length) % things.length],
  };
}
