import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The site of the documentation, `npm run docs`: the guide for people who use the desk in three languages, what
 * operators and builders read in English. It is made of the files of this folder as they stand.
 */
const docs = join(import.meta.dirname, "..");

/** The pages of the guide in their order; a page's first heading is its name in the list. */
const guide = [
  "start",
  "asking",
  "attending",
  "colleagues",
  "supervising",
  "modes",
  "routing",
  "agreements",
  "knowledge",
  "understanding",
  "answers",
  "people",
  "widget",
];
/** What is for those who change the product; every other page of the folder is for those who run it. */
const forBuilders = ["ARCHITECTURE", "benchmarks", "faults", "replays"];

const words = {
  en: { guide: "Guide", run: "Run it", build: "How it is built", decisions: "Why it is so" },
  es: { guide: "Guía", outline: "En esta página", search: "Buscar", nothing: "Nada encontrado:" },
  pt: { guide: "Guia", outline: "Nesta página", search: "Pesquisar", nothing: "Nada encontrado:" },
};

const pages = readdirSync(docs)
  .filter((name) => name.endsWith(".md") && name !== "index.md")
  .map((name) => name.slice(0, -".md".length));
const runs = pages.filter((page) => !forBuilders.includes(page));

export default {
  title: "Deskhand",
  description: "A service desk whose first voice is a virtual assistant.",
  cleanUrls: true,
  rewrites: {
    "guide/en/:page": "guide/:page",
    "guide/es/:page": "es/guide/:page",
    "guide/pt/:page": "pt/guide/:page",
  },
  // Links out of this folder lead to the code beside it.
  ignoreDeadLinks: [/^(\.\/)?\.\.\//],
  themeConfig: {
    search: { provider: "local", options: { locales: { es: searchIn("es"), pt: searchIn("pt") } } },
  },
  locales: {
    root: {
      label: "English",
      lang: "en",
      themeConfig: {
        nav: [
          { text: words.en.guide, link: "/guide/start" },
          { text: words.en.run, link: `/${runs[0]}` },
          { text: words.en.build, link: "/ARCHITECTURE" },
        ],
        sidebar: [
          guideIn("en"),
          { text: words.en.run, items: runs.map((page) => ({ text: titleOf(page), link: `/${page}` })) },
          {
            text: words.en.build,
            items: forBuilders
              .filter((page) => pages.includes(page))
              .map((page) => ({ text: titleOf(page), link: `/${page}` })),
          },
          { text: words.en.decisions, collapsed: true, items: decisions() },
        ],
      },
    },
    es: translated("es", "Español"),
    pt: translated("pt", "Português"),
  },
};

function translated(language, label) {
  return {
    label,
    lang: language,
    link: `/${language}/guide/start`,
    themeConfig: {
      nav: [{ text: words[language].guide, link: `/${language}/guide/start` }],
      sidebar: [guideIn(language)],
      outline: { label: words[language].outline },
      docFooter: { prev: false, next: false },
    },
  };
}

function guideIn(language) {
  const base = language === "en" ? "" : `/${language}`;
  return {
    text: words[language].guide,
    items: guide.map((page) => ({
      text: titleOf(`guide/${language}/${page}`),
      link: `${base}/guide/${page}`,
    })),
  };
}

function decisions() {
  return readdirSync(join(docs, "decisions"))
    .map((name) => name.slice(0, -".md".length))
    .map((page) => ({ text: titleOf(`decisions/${page}`), link: `/decisions/${page}` }));
}

function searchIn(language) {
  const { search, nothing } = words[language];
  return {
    translations: {
      button: { buttonText: search, buttonAriaLabel: search },
      modal: { noResultsText: nothing },
    },
  };
}

function titleOf(page) {
  return /^# (.+)$/m.exec(readFileSync(join(docs, `${page}.md`), "utf8"))?.[1] ?? page;
}
