import type { Locale } from "../contract/index.js";
import type { FoundArticle, Heard } from "./ports.js";
import { type Offered, type RankedActivity, rankActivities } from "./rank-activities.js";
import { possibleArticle, rankArticles } from "./rank-articles.js";

/** From here on an article counts as the answer. */
const sureArticle = 0.5;
const possibleActivityShare = 0.4;
/** An activity is clear when it is this many times as probable as the next thing that may be meant. */
const clearLead = 1.5;
/** Several articles whose odds are as good as each other's, but for this factor, are a question back, not an answer. */
const articleLead = 1.5;
/** What is this much less probable than the best is left out, possible or not. */
const worthBesideBest = 0.5;

/** Words of a requester, and where to look for what they may mean. */
export interface Sentence<A extends Offered = Offered> {
  readonly text: string;
  readonly locale: Locale;
  readonly heard: Heard;
  /** What this person may ask for. */
  activities(): Promise<readonly A[]>;
  /** Only what this person may read. */
  findArticles(text: string): Promise<readonly FoundArticle[]>;
  /** The same for the name of an activity. */
  findNamed(name: string): Promise<readonly FoundArticle[]>;
}

export interface Candidates<A extends Offered = Offered> {
  /** Best first. */
  readonly articles: readonly FoundArticle[];
  readonly activities: readonly RankedActivity<A>[];
}

/** What fits a sentence, and what the assistant does about it: show it, ask back, or say that it does not know. */
export interface Judged<A extends Offered = Offered> {
  readonly verdict: "answered" | "asked-back" | "fallback";
  readonly ranked: Candidates<A>;
  /** What is shown, or asked back about. */
  readonly offered: Candidates<A>;
}

/** Ranks and decides; the one place that does, for talks as for what admins try out. */
export async function judge<A extends Offered>(sentence: Sentence<A>): Promise<Judged<A>> {
  const activities = rankActivities(await sentence.activities(), sentence);
  const articles = await rankArticles(sentence, activities);
  return { ranked: { articles, activities }, ...decide({ articles, activities }, sentence.heard) };
}

/** Decides by the scores alone. */
export function decide<A extends Offered, R extends { readonly score: number }>(
  {
    articles,
    activities,
  }: { readonly articles: readonly R[]; readonly activities: readonly RankedActivity<A>[] },
  heard: Pick<Heard, "intents" | "threshold" | "minimum">,
) {
  const { threshold, minimum } = heard;
  // Where an admin drew the line, what is above it is worth a question.
  const possible = {
    articles: besideBest(articles).filter(({ score }) => score >= (minimum ?? possibleArticle)),
    activities: besideBest(activities).filter(
      ({ score }) => score >= (minimum ?? threshold * possibleActivityShare),
    ),
  };
  const isSure = isClear(activities[0], heard) || stands(articles);
  if (isSure) {
    const sure = possible.activities.filter(({ score }) => score >= threshold);
    return { verdict: "answered" as const, offered: { ...possible, activities: sure } };
  }
  const isEmpty = possible.articles.length + possible.activities.length === 0;
  return { verdict: isEmpty ? ("fallback" as const) : ("asked-back" as const), offered: possible };
}

/** The best activity is probable enough and clearly ahead of whatever else may be meant. */
function isClear(
  best: RankedActivity<Offered> | undefined,
  { intents, threshold }: Pick<Heard, "intents" | "threshold">,
): boolean {
  if (best === undefined || best.score < threshold) return false;
  const others = intents.filter(({ intent }) => intent !== best.intent);
  return others.every(({ score }) => best.score >= clearLead * score);
}

/** The best article is probable enough, and not one of many: with three alike nobody knows which one is meant. */
function stands(articles: readonly { readonly score: number }[]): boolean {
  const [best, , third] = articles;
  if (best === undefined || best.score < sureArticle) return false;
  // Near certainty probabilities lie close together, however far apart what they were drawn from is; odds do not.
  return third === undefined || oddsOf(best) >= articleLead * oddsOf(third);
}

function oddsOf({ score }: { readonly score: number }): number {
  return score / Math.max(Number.EPSILON, 1 - score);
}

function besideBest<Ranked extends { readonly score: number }>(ranked: readonly Ranked[]): Ranked[] {
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => score >= best * worthBesideBest);
}
