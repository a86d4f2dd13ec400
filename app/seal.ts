import { type Config, createSeal, type Seal, sessionSecret } from "../config/index.js";

/**
 * With the keys that every node of this desk has. On PostgreSQL without any given, a node alone on its machine, nothing
 * is sealed: a key in one node's folder would lock the others out.
 */
export function createDeskSeal({ secrets, store: { engine, dataDir } }: Config): Seal {
  const isShared = secrets.session !== undefined || engine === "sqlite";
  const session = isShared ? [sessionSecret({ given: secrets.session, dataDir })] : [];
  return createSeal([...secrets.sealing, ...session]);
}
