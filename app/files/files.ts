import type { Config } from "../../config/index.js";
import { createFiles, type Files } from "../../conversation/index.js";
import type { Store } from "../../store/index.js";
import { createClamd } from "./clamd.js";
import { createCleanPicture } from "./clean-picture.js";
import { createS3 } from "./s3.js";

const sweepEveryMs = 3_600_000;

/** The files of the desk with what looks after them: pictures drawn anew, a scanner and a store of files where there are. */
export function createDeskFiles(parts: {
  readonly config: Config;
  readonly store: Store;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}): Files {
  const { config, store, now, failed } = parts;
  const { scanner, s3 } = config.files;
  const files = createFiles({
    db: store.db,
    now,
    maxBytes: config.server.maxFileBytes,
    inspector: {
      clean: createCleanPicture(),
      scan: scanner === undefined ? undefined : createClamd(scanner),
      failed,
    },
    objects: s3 === undefined ? undefined : createS3({ ...s3, keys: config.secrets.s3 }),
  });
  let sweepAt = 0;
  return {
    ...files,
    lookAfter: async () => {
      await files.lookAfter();
      if (now() < sweepAt) return;
      sweepAt = now() + sweepEveryMs;
      await files.sweep();
    },
  };
}
