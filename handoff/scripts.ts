import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RedisLink } from "./redis-link.js";

/** Number of keys of each script, as its file name says; "n" where each call says how many. */
const keyCounts = {
  remove: 2,
  claim: "n",
  release: 1,
  read: 1,
  rank: 1,
  fill: 1,
  touch: 1,
  leave: 1,
} as const;
export type ScriptName = keyof typeof keyCounts;

export interface Scripts {
  /** Runs a script; answers its words, or `undefined` when Redis did not answer in time. */
  run(name: ScriptName, keys: readonly string[], args: readonly (string | number)[]): Promise<Words>;
}
export type Words = readonly string[] | undefined;

/** Registers the Lua verbs on a connection. ioredis loads them by itself and again after SCRIPT FLUSH. */
export function defineScripts(link: RedisLink): Scripts {
  for (const [name, count] of Object.entries(keyCounts)) {
    const lua = readFileSync(join(luaFolder(), `${name}-${count}.lua`), "utf8");
    link.client.defineCommand(commandOf(name), { lua });
  }
  return {
    run: async (name, keys, args) => {
      const command: unknown = Reflect.get(link.client, commandOf(name));
      if (typeof command !== "function") throw new Error(`The script ${name} is not defined.`);
      const call = () => Reflect.apply(command, link.client, [keys.length, ...keys, ...args]);
      const reply = await link.ask(call);
      return reply === undefined ? undefined : toWords(reply);
    },
  };
}

function commandOf(name: string): string {
  return `desk_${name}`;
}

function luaFolder(): string {
  return join(import.meta.dirname, "lua");
}

function toWords(reply: unknown): readonly string[] {
  return Array.isArray(reply) ? reply.map(String) : [String(reply)];
}
