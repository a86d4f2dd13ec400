import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, parseAllDocuments, stringify } from "yaml";

/**
 * Renders a Helm chart by the part of Go's templates that our chart keeps to: `if`/`else`, `with`, `range` over a map,
 * `define`, variables of `range`, pipes, parentheses, and the functions below. Anything else throws, so a template that
 * leaves this part cannot pass unseen.
 */
export function renderChart(
  folder: string,
  values: Readonly<Record<string, unknown>> = {},
): Record<string, unknown>[] {
  const chart = parse(readFileSync(join(folder, "Chart.yaml"), "utf8"));
  const defaults = parse(readFileSync(join(folder, "values.yaml"), "utf8"));
  const root = {
    Values: merge(defaults, values),
    Chart: { AppVersion: chart.appVersion, Name: chart.name },
    Release: { Name: "desk", Service: "Helm", Namespace: "default" },
  };
  const names = readdirSync(join(folder, "templates")).sort();
  const templates = new Map<string, Node[]>();
  const bodies = names.map((name) => {
    const nodes = readNodes(readFileSync(join(folder, "templates", name), "utf8"));
    for (const node of nodes) if (node.kind === "define") templates.set(node.name, node.body);
    return { name, nodes };
  });
  return bodies
    .filter(({ name }) => name.endsWith(".yaml"))
    .flatMap(({ nodes }) => {
      const text = write(nodes, { dot: root, variables: new Map(), templates });
      return parseAllDocuments(text).map((document) => {
        if (document.errors.length > 0) throw new Error(`${document.errors[0]?.message}\n${text}`);
        return document.toJS() as Record<string, unknown> | null;
      });
    })
    .filter((document) => document !== null);
}

type Node =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "show"; readonly pipe: string }
  | { readonly kind: "define"; readonly name: string; readonly body: Node[] }
  | {
      readonly kind: "if" | "with" | "range";
      readonly pipe: string;
      readonly body: Node[];
      readonly otherwise: Node[];
    };

interface Scope {
  readonly dot: unknown;
  readonly variables: ReadonlyMap<string, unknown>;
  readonly templates: ReadonlyMap<string, Node[]>;
}

function readNodes(source: string): Node[] {
  // A dash eats the white space beside it, as Go has it.
  const parts = source.split(/(\s*\{\{-[\s\S]*?-?\}\}(?:(?<=-\}\})\s*)?|\{\{[\s\S]*?\}\}(?:(?<=-\}\})\s*)?)/);
  const root: Node[] = [];
  const open: { nodes: Node[]; node?: Node }[] = [{ nodes: root }];
  for (const part of parts) {
    const [, inner] = /\{\{-?\s*([\s\S]*?)\s*-?\}\}/.exec(part) ?? [];
    const top = open.at(-1);
    if (top === undefined) throw new Error("An end too many.");
    if (inner === undefined) {
      if (part !== "") top.nodes.push({ kind: "text", text: part });
      continue;
    }
    const [, word = "", rest = ""] = /^(if|with|range|define|else|end)\b\s*([\s\S]*)$/.exec(inner) ?? [];
    if (word === "") top.nodes.push({ kind: "show", pipe: inner });
    else if (word === "end") open.pop();
    else if (word === "else") {
      if (rest !== "" || top.node === undefined || !("otherwise" in top.node))
        throw new Error(`else ${rest}`);
      top.nodes = top.node.otherwise;
    } else if (word === "define") {
      const node: Node = { kind: "define", name: rest.replaceAll('"', ""), body: [] };
      top.nodes.push(node);
      open.push({ nodes: node.body, node });
    } else {
      const kind = word as "if" | "with" | "range";
      const node: Node = { kind, pipe: rest, body: [], otherwise: [] };
      top.nodes.push(node);
      open.push({ nodes: node.body, node });
    }
  }
  if (open.length !== 1) throw new Error("Something is not ended.");
  return root;
}

function write(nodes: readonly Node[], scope: Scope): string {
  return nodes.map((node) => writeOne(node, scope)).join("");
}

function writeOne(node: Node, scope: Scope): string {
  if (node.kind === "text") return node.text;
  if (node.kind === "define") return "";
  if (node.kind === "show") return String(evaluate(node.pipe, scope) ?? "");
  if (node.kind === "range") {
    const [, key, one, pipe] = /^(\$\w+), (\$\w+) := (.+)$/.exec(node.pipe) ?? [];
    if (key === undefined || one === undefined || pipe === undefined) throw new Error(`range ${node.pipe}`);
    // Go walks maps in the order of their keys.
    const entries = Object.entries(evaluate(pipe, scope) as object).sort(([a], [b]) => (a < b ? -1 : 1));
    return entries
      .map(([name, value]) => {
        const variables = new Map([...scope.variables, [key, name], [one, value]]);
        return write(node.body, { ...scope, dot: value, variables });
      })
      .join("");
  }
  const value = evaluate(node.pipe, scope);
  if (!isTrue(value)) return write(node.otherwise, scope);
  return write(node.body, node.kind === "with" ? { ...scope, dot: value } : scope);
}

function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}

function evaluate(pipe: string, scope: Scope): unknown {
  let piped: unknown[] = [];
  for (const command of splitOutside(pipe, "|")) {
    const [name = "", ...rest] = splitOutside(command.trim(), " ").filter((word) => word !== "");
    if (rest.length === 0 && piped.length === 0 && !Object.hasOwn(functions, name)) {
      piped = [term(name, scope)];
      continue;
    }
    const run = functions[name];
    if (run === undefined) throw new Error(`The chart uses ${name}, which this reading of it does not know.`);
    piped = [run([...rest.map((word) => term(word, scope)), ...piped], scope)];
  }
  return piped[0];
}

const functions: Record<string, (args: unknown[], scope: Scope) => unknown> = {
  quote: ([value]) => JSON.stringify(String(value)),
  default: ([fallback, value]) => (isTrue(value) ? value : fallback),
  not: ([value]) => !isTrue(value),
  add: (numbers) => numbers.reduce<number>((sum, one) => sum + Number(one), 0),
  required: ([why, value]) => {
    if (value === undefined || value === "") throw new Error(String(why));
    return value;
  },
  toYaml: ([value]) => stringify(value).trimEnd(),
  nindent: ([spaces, text]) => `\n${String(text).replace(/^/gm, " ".repeat(Number(spaces)))}`,
  include: ([name, dot], scope) => {
    const template = scope.templates.get(String(name));
    if (template === undefined) throw new Error(`There is no template ${String(name)}.`);
    return write(template, { ...scope, dot, variables: new Map() });
  },
};

function term(word: string, scope: Scope): unknown {
  if (word.startsWith("(")) return evaluate(word.slice(1, -1), scope);
  if (word.startsWith('"')) return JSON.parse(word);
  if (/^\d+$/.test(word)) return Number(word);
  if (word.startsWith("$")) return scope.variables.get(word);
  if (word === ".") return scope.dot;
  if (!/^(\.\w+)+$/.test(word)) throw new Error(`The chart says ${word}, which this reading does not know.`);
  return word
    .slice(1)
    .split(".")
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], scope.dot);
}

/** Splits where neither quotes nor parentheses are open. */
function splitOutside(text: string, at: string): string[] {
  const parts = [""];
  let depth = 0;
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    if (!isQuoted && sign === "(") depth += 1;
    if (!isQuoted && sign === ")") depth -= 1;
    if (sign === at && depth === 0 && !isQuoted) parts.push("");
    else parts.push(`${parts.pop() ?? ""}${sign}`);
  }
  return parts;
}

function merge(base: unknown, over: unknown): unknown {
  const isMap = (one: unknown): one is Record<string, unknown> =>
    typeof one === "object" && one !== null && !Array.isArray(one);
  if (!isMap(base) || !isMap(over)) return over ?? base;
  const names = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries([...names].map((name) => [name, merge(base[name], over[name])]));
}
