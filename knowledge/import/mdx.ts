/**
 * MDX to Markdown that reads well: `import` and `export` lines and the tags of components go, what stands between the
 * tags stays. Code blocks are left as they are.
 */
export function stripMdx(text: string): string {
  let fence: string | undefined;
  let isStatement = false;
  const kept: string[] = [];
  for (const line of text.split("\n")) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || fence === mark))
      fence = fence === undefined ? mark : undefined;
    if (fence !== undefined || mark !== undefined) kept.push(line);
    else {
      isStatement = isStatement ? line.trim() !== "" : /^(?:import|export)\s/.test(line);
      if (!isStatement) kept.push(stripTags(line));
    }
  }
  return kept.join("\n");
}

function stripTags(line: string): string {
  return line
    .replace(/<\/?[A-Z][\w.]{0,60}(?:\s[^<>]{0,1000})?\/?>/g, "")
    .replace(/\{\/\*.{0,1000}?\*\/\}/g, "");
}
