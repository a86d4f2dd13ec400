import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the disk takes for a small write that must last, ms each. */
export function fsyncTimes(count = 200) {
  const folder = mkdtempSync(join(tmpdir(), "deskhand-bench-disk-"));
  const file = openSync(join(folder, "file"), "w");
  const page = Buffer.alloc(4096, 7);
  try {
    return Array.from({ length: count }, () => {
      writeSync(file, page);
      const startedAt = performance.now();
      fsyncSync(file);
      return performance.now() - startedAt;
    });
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
}
