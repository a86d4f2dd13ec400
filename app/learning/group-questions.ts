import type { AskedQuestion } from "../../contract/index.js";

/** A question with what likeness is judged by. */
export interface Comparable {
  readonly question: AskedQuestion;
  /** Stems that tell something, marked with their language where they are not names of things found. */
  readonly stems: ReadonlySet<string>;
}

export interface LikeQuestions {
  readonly leader: Comparable;
  readonly members: Comparable[];
}

/** Share of stems two questions must have in common to be one. */
const likeEnough = 0.5;
/** What was found for both being the same speaks for as much. */
const sameFoundWorth = 0.3;
const sureEnough = 0.2;
const mostCompared = 200;

/** Groups questions by likeness as they come; each is compared with the groups that share a stem or a finding. */
export interface Grouping {
  readonly groups: ReadonlySet<LikeQuestions>;
  add(one: Comparable): void;
}

export function createGrouping(): Grouping {
  const groups = new Set<LikeQuestions>();
  const byKey = new Map<string, LikeQuestions[]>();

  function put(group: LikeQuestions): void {
    groups.add(group);
    for (const key of keysOf(group.leader)) byKey.set(key, [...(byKey.get(key) ?? []), group]);
  }

  function nearest(one: Comparable): LikeQuestions | undefined {
    const candidates = new Set(keysOf(one).flatMap((key) => (byKey.get(key) ?? []).slice(-mostCompared)));
    let best: { group?: LikeQuestions; likeness: number } = { likeness: likeEnough };
    for (const group of candidates) {
      const likeness = likenessOf(one, group.leader);
      if (likeness >= best.likeness) best = { group, likeness };
    }
    return best.group;
  }

  return {
    groups,
    add: (one) => {
      const group = nearest(one);
      if (group === undefined) put({ leader: one, members: [one] });
      else group.members.push(one);
    },
  };
}

function keysOf({ question, stems }: Comparable): string[] {
  const found = foundOf(question);
  return [...stems, ...(found === undefined ? [] : [found]), textKey(question)];
}

/** Questions without a telling word are alike when they are the same. */
function textKey({ text }: AskedQuestion): string {
  return `= ${text.trim().toLowerCase()}`;
}

function likenessOf(one: Comparable, other: Comparable): number {
  if (textKey(one.question) === textKey(other.question)) return 1;
  let shared = 0;
  for (const stem of one.stems) shared += other.stems.has(stem) ? 1 : 0;
  const all = one.stems.size + other.stems.size - shared;
  const found = foundOf(one.question);
  const isSame = found !== undefined && found === foundOf(other.question);
  // Across languages nothing but the finding can be shared.
  if (one.question.language !== other.question.language) return isSame ? likeEnough : 0;
  return (all === 0 ? 0 : shared / all) + (isSame ? sameFoundWorth : 0);
}

function foundOf({ best }: AskedQuestion): string | undefined {
  return best !== undefined && best.score >= sureEnough ? best.target : undefined;
}
