/** A result as lines for the terminal. */
export function toText({ title, columns, rows, marks }) {
  const widths = columns.map((column, at) => Math.max(column.length, ...rows.map((row) => row[at].length)));
  const line = (cells) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join("  ");
  const verdicts = marks.map(
    ({ what, mark, value, verdict }) => `  ${what}: ${value} (mark ${mark}) – ${verdict}`,
  );
  return [`\n${title}`, line(columns), ...rows.map(line), ...verdicts].join("\n");
}
