/** What the bench takes from the built server, read when first needed: the build may be made only then. */
export async function deskhand() {
  const [store, config, conversation, handoff, knowledge] = await Promise.all(
    ["store", "config", "conversation", "handoff", "knowledge"].map(
      (folder) => import(`../../../dist/server/${folder}/index.js`),
    ),
  );
  return { ...store, ...config, ...conversation, ...handoff, ...knowledge };
}
