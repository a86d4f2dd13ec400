/** Tells the server how far was read: once per advance, one request at a time, never backwards. */
export interface ReadMark {
  readonly upTo: number;
  mark(upToSeq: number): void;
  /** Call it after a reconnect: a mark whose answer was lost is told again. */
  retell(): void;
}

export function createReadMark(tell: (upToSeq: number) => Promise<{ ok: boolean }>): ReadMark {
  let wanted = 0;
  let told = 0;
  let telling = false;

  async function run(): Promise<void> {
    while (wanted > told) {
      const target = wanted;
      const { ok } = await tell(target);
      if (!ok) return;
      told = target;
    }
  }

  function start(): void {
    if (telling) return;
    telling = true;
    void run().finally(() => {
      telling = false;
    });
  }

  return {
    get upTo() {
      return wanted;
    },
    mark(upToSeq) {
      if (upToSeq <= wanted) return;
      wanted = upToSeq;
      start();
    },
    retell: start,
  };
}
