/** What the bench takes from the built server, read when first needed: the build may be made only then. */
export async function deskhand() {
  const [store, config, conversation, handoff, knowledge, insight] = await Promise.all(
    ["store", "config", "conversation", "handoff", "knowledge", "insight"].map(
      (folder) => import(`../../../dist/server/${folder}/index.js`),
    ),
  );
  const { createSessions } = await import("../../../dist/server/config/accounts/sessions.js");
  const tokens = await import("../../../dist/server/config/accounts/tokens.js");
  return {
    createSessions,
    ...tokens,
    ...store,
    ...config,
    ...conversation,
    ...handoff,
    ...knowledge,
    ...insight,
  };
}
