import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds on the page as it stands, shadow roots included; one line for each place. */
export async function findBarriers(page: Page): Promise<string[]> {
  // A page's own CSP does not hold for what the test puts in.
  await page.evaluate(source);
  // Paints what has just been put there, and brings what fades from one colour to another to its end.
  await page.screenshot({ animations: "disabled", clip: { x: 0, y: 0, width: 1, height: 1 } });
  return page.evaluate<string[]>(`
    axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.flatMap(({ id, impact, nodes }) =>
        nodes.map(({ target, failureSummary }) =>
          impact + " " + id + " at " + target.flat().join(" ") + ": " + failureSummary.split("\\n").slice(1, 2).join(" ").trim())))
  `);
}
