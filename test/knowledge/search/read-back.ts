import type { SectionReader } from "../../../knowledge/index.js";

/** Reads what was written down, without a file. */
export function readBack(sections: Iterable<Uint8Array>): SectionReader {
  const left = [...sections].map((section) => Buffer.from(section));
  return {
    next: async () => {
      const section = left.shift();
      if (section === undefined) throw new Error("Nothing is left.");
      return section;
    },
    end: async () => {
      if (left.length > 0) throw new Error("There is more.");
    },
    pause: async () => undefined,
  };
}
