import type { Page } from "playwright-core";
import { appEn } from "../../web/texts/app.en.js";
import { appEs } from "../../web/texts/app.es.js";
import { appPt } from "../../web/texts/app.pt.js";
import { consoleEn } from "../../web/texts/console.en.js";
import { consoleEs } from "../../web/texts/console.es.js";
import { consolePt } from "../../web/texts/console.pt.js";
import { portalEn } from "../../web/texts/portal/en.js";
import { portalEs } from "../../web/texts/portal/es.js";
import { portalPt } from "../../web/texts/portal/pt.js";
import { widgetEn } from "../../web/texts/widget/en.js";
import { widgetEs } from "../../web/texts/widget/es.js";
import { widgetPt } from "../../web/texts/widget/pt.js";

const english = { ...appEn, ...consoleEn, ...portalEn, ...widgetEn };
const others = {
  es: { ...appEs, ...consoleEs, ...portalEs, ...widgetEs },
  pt: { ...appPt, ...consolePt, ...portalPt, ...widgetPt },
};
/** Words by which English gives itself away, whoever wrote the line. */
const englishWords = /\b(the|your|you|with|from|and|this|what|how|please|is|are|has|have|when|which)\b/i;

/** Lines of the page, of the chat in it and of their labels that stand there in English. */
export async function findEnglish(page: Page, locale: keyof typeof others): Promise<string[]> {
  const translated = new Set<string>(Object.values(others[locale]));
  const onlyEnglish = new Set(Object.values<string>(english).filter((text) => !translated.has(text)));
  const lines = await page.evaluate<string[]>(readLines);
  return lines.filter((line) => onlyEnglish.has(line) || englishWords.test(line));
}

/** What is shown and what is read out, through open shadow roots; what says its own language, and what people
 * have written into fields, is left out. */
const readLines = `(() => {
  const lines = [];
  const visit = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) visit(element.shadowRoot);
      if (element.closest("[lang]:not(html)")?.lang === "en" || /^(STYLE|SCRIPT|OPTION|TEXTAREA)$/.test(element.tagName)) continue;
      for (const name of ["aria-label", "title", "placeholder"]) lines.push(element.getAttribute(name) ?? "");
      for (const node of element.childNodes) if (node.nodeType === 3) lines.push(node.textContent);
    }
  };
  visit(document);
  return [...new Set(lines.map((line) => line.trim()).filter(Boolean))];
})()`;
