/** One row of a CSV file and the line it begins at. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell that a spreadsheet would run, or one that only looks so because it was made harmless. */
const dangerous = /^'*[=+\-@\t\r\n]/;

/** RFC 4180, with CRLF. Cells that a spreadsheet would take for formulas get an apostrophe in front (S35). */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(writeCell).join(",")}\r\n`).join("");
}

function writeCell(text: string): string {
  const harmless = dangerous.test(text) ? `'${text}` : text;
  return /[",;\r\n\t']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * Reads what `writeCsv` writes and what spreadsheets save: with comma, semicolon or tab, with or without a byte order
 * mark, any line end. Empty lines are left out. `undefined` when a quote is never closed.
 */
export function readCsv(content: string): CsvRow[] | undefined {
  const text = content.replace(/^\uFEFF/, "");
  const delimiter = findDelimiter(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let start = 1;
  let line = 1;
  let at = 0;
  const endRow = () => {
    if (cells.some((cell) => cell !== "")) rows.push({ line: start, cells: cells.map(readCell) });
    cells = [];
    start = line;
  };
  while (at < text.length) {
    const cell = readNext(text, at, delimiter);
    if (cell === undefined) return undefined;
    cells.push(cell.text);
    line += cell.text.split(/\r\n|\r|\n/).length - 1;
    at = cell.end;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      cells.push("");
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line += 1;
    endRow();
  }
  return rows;
}

interface Cell {
  readonly text: string;
  /** Where the file goes on after it. */
  readonly end: number;
}

/** What the heading line is cut by; spreadsheets of many countries write semicolons. */
function findDelimiter(text: string): string {
  const heading = text.split(/\r|\n/, 1)[0] ?? "";
  const count = (delimiter: string) => heading.split(delimiter).length;
  return [";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best), ",");
}

function readNext(text: string, from: number, delimiter: string): Cell | undefined {
  if (text[from] === '"') return readQuoted(text, from, delimiter);
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { text: text.slice(from, end), end };
}

function readQuoted(text: string, from: number, delimiter: string): Cell | undefined {
  let end = from + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end === -1) return undefined;
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const inside = text.slice(from + 1, end).replaceAll('""', '"');
  const rest = readNext(text, end + 1, delimiter);
  if (rest === undefined) return undefined;
  return { text: inside + rest.text, end: rest.end };
}

function readCell(text: string): string {
  return dangerous.test(text) && text.startsWith("'") ? text.slice(1) : text;
}
