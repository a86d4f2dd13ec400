import type { z } from "zod";
import {
  AppError,
  type Masking,
  maskingSchema,
  type PrivacySettings,
  type Retention,
  retentionSchema,
} from "../../contract/index.js";
import { type Bell, fromJson, type Store, saveSetting } from "../../store/index.js";
import { checkPattern, createMask, type Mask } from "./masker.js";

const names = { retention: "privacy-retention", masking: "privacy-masking" } as const;
const topic = "privacy-changed";

/** Nobody needs these in a talk, and nobody misses them; the rest is for each desk to say. */
const defaults: { readonly retention: Retention; readonly masking: Masking } = {
  retention: {},
  masking: { cards: true, ibans: false, secrets: true, patterns: [] },
};

interface Saving {
  readonly version: number;
  readonly by: string;
}

/** What admins say about how long things are kept, and about what is never stored. Reading is from memory. */
export interface PrivacyRules {
  readonly mask: Mask;
  retention(): Retention;
  read(): Promise<PrivacySettings>;
  /** Throws `privacy/changed` when somebody else has saved since that version was read. */
  saveRetention(retention: Retention, saving: Saving): Promise<PrivacySettings>;
  /** The same, and `privacy/refused` for a pattern that cannot be used. Holds for what is stored from then on. */
  saveMasking(masking: Masking, saving: Saving): Promise<PrivacySettings>;
  /** Reads what other nodes have changed. */
  refresh(): Promise<void>;
}

export function createPrivacyRules(options: {
  readonly store: Store;
  readonly bell: Bell;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}): PrivacyRules {
  const { store, bell, now } = options;
  let known: PrivacySettings = { ...defaults, versions: { retention: 0, masking: 0 } };
  let mask = createMask(known.masking);
  bell.on(topic, () => void refresh().catch(options.failed));

  async function refresh(): Promise<void> {
    const read = await readSettings(store);
    const isNew = read.versions.masking !== known.versions.masking;
    if (isNew) mask = createMask(read.masking);
    known = read;
  }

  async function save(kind: keyof typeof names, value: unknown, { version, by }: Saving) {
    const saved = await saveSetting(store, { name: names[kind], value, version, at: now(), by });
    if (saved === "changed") {
      throw new AppError("privacy/changed", "Somebody else has saved this meanwhile. Look, and save again.");
    }
    await refresh();
    bell.ring(topic, "");
    return known;
  }

  return {
    mask: (text) => mask(text),
    retention: () => known.retention,
    read: async () => {
      await refresh();
      return known;
    },
    saveRetention: (retention, saving) => save("retention", retention, saving),
    saveMasking: async (masking, saving) => {
      for (const pattern of masking.patterns) checkPattern(pattern);
      return save("masking", masking, saving);
    },
    refresh,
  };
}

async function readSettings({ db }: Store): Promise<PrivacySettings> {
  const rows = await db
    .selectFrom("desk_setting")
    .select(["name", "value_json", "version"])
    .where("name", "in", Object.values(names))
    .execute();
  const read = <T extends z.ZodType>(kind: keyof typeof names, schema: T, otherwise: z.infer<T>) => {
    const row = rows.find(({ name }) => name === names[kind]);
    return {
      value: row === undefined ? otherwise : fromJson(schema, row.value_json),
      version: row?.version ?? 0,
    };
  };
  const retention = read("retention", retentionSchema, defaults.retention);
  const masking = read("masking", maskingSchema, defaults.masking);
  return {
    retention: retention.value,
    masking: masking.value,
    versions: { retention: retention.version, masking: masking.version },
  };
}
