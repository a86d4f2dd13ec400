import { headingMark, itemMark } from "./plain-text.js";

const maxBlocks = 400;

/** A paragraph or an item of a list, with the heading it stands under. */
export interface Block {
  readonly text: string;
  readonly heading: string;
  /** Counts the headings before it. */
  readonly section: number;
}

/** The blocks of a text that `toPlainText` has marked, in order; lines of one paragraph are joined. */
export function toBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let heading = "";
  let section = 0;
  let lines: string[] = [];
  const close = () => {
    const joined = lines.join(" ").replace(/\s+/g, " ").trim();
    if (joined !== "") blocks.push({ text: joined, heading, section });
    lines = [];
  };
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.startsWith(itemMark) || line.startsWith(headingMark)) close();
    if (line.startsWith(headingMark)) {
      heading = line.slice(headingMark.length).trim();
      section += 1;
    } else {
      lines.push(line);
    }
    if (blocks.length >= maxBlocks) return blocks;
  }
  close();
  return blocks;
}
