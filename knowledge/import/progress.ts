import type { ImportReport } from "./import-tree.js";

const lineEveryMs = 100;
const plainLineEveryMs = 5000;
const maxColumns = 78;

export interface Progress {
  tell(report: ImportReport, path: string): void;
  /** Clears the line on a terminal. */
  done(): void;
}

/** Shows how far an import is: one line that is written over on a terminal, a plain line now and then elsewhere. */
export function createProgress(options: {
  readonly isTerminal: boolean;
  readonly write: (text: string) => void;
  readonly now: () => number;
}): Progress {
  const everyMs = options.isTerminal ? lineEveryMs : plainLineEveryMs;
  let toldAt = options.now();
  let seen = 0;
  let isShown = false;

  return {
    tell: (report, path) => {
      seen += 1;
      const at = options.now();
      if (at - toldAt < everyMs) return;
      toldAt = at;
      isShown = true;
      const words = `${seen} files read, ${report.refused.length} refused`;
      options.write(
        options.isTerminal ? `\r\u001b[2K${toWidth(`${words} · ${printable(path)}`)}` : `${words}\n`,
      );
    },
    done: () => {
      if (options.isTerminal && isShown) options.write("\r\u001b[2K");
    },
  };
}

/** File names may hold anything; what reaches a terminal holds no control characters. */
export function printable(text: string): string {
  return text.replace(/\p{C}/gu, "\ufffd");
}

function toWidth(line: string): string {
  return line.length <= maxColumns ? line : `${line.slice(0, maxColumns - 1)}…`;
}
