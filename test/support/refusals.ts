import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "@swc/core";

/** Whose refusals reach people. */
const folders = [
  ...["app", "bot", "config", "consults", "contract", "conversation", "handoff", "http", "insight"],
  ...["knowledge", "nlp", "sockets", "store", "tickets"],
];
const rootFiles = ["app.ts", "http.ts", "sockets.ts"];

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

interface Scope {
  readonly name: string | undefined;
  readonly params: readonly (string | undefined)[];
  readonly constants: Map<string, Node>;
}

interface Call {
  readonly callee: string;
  readonly args: readonly Node[];
  readonly scopes: readonly Scope[];
  readonly file: string;
}

/** What the tree says to people: sentences, with `{1}`, `{2}` … where the code puts something in. */
export interface Said {
  readonly sentences: ReadonlyMap<string, string>;
  /** Messages that could not be followed to their sentences. */
  readonly unread: readonly string[];
}

export function readRefusals(root: string): Said {
  const files = folders.flatMap((folder) => sources(root, folder)).concat(rootFiles);
  const calls = files.flatMap((file) => callsOf(file, readFileSync(join(root, file), "utf8")));
  const sentences = new Map<string, string>();
  const unread: string[] = [];
  const done = new Set<string>();

  const follow = (call: Call, node: Node | undefined): void => {
    if (node === undefined) return;
    for (const part of partsOf(node, call)) {
      if (typeof part === "string") {
        if (!sentences.has(part)) sentences.set(part, call.file);
      } else followName(call, part);
    }
  };
  const followName = (call: Call, node: Node): void => {
    const name = node.type === "Identifier" ? String(node.value) : undefined;
    const scope =
      name === undefined ? undefined : call.scopes.findLast(({ params }) => params.includes(name));
    if (name === undefined || scope?.name === undefined) {
      unread.push(`${call.file}: ${name ?? node.type}`);
      return;
    }
    const at = scope.params.indexOf(name);
    const key = `${call.file}:${scope.name}:${at}`;
    if (done.has(key)) return;
    done.add(key);
    const own = calls.filter(({ callee, file }) => callee === scope.name && file === call.file);
    const found = own.length > 0 ? own : calls.filter(({ callee }) => callee === scope.name);
    if (found.length === 0) unread.push(`${call.file}: ${scope.name}(${name}) is never called`);
    for (const caller of found) follow(caller, caller.args[at]);
  };
  for (const call of calls) {
    if (call.callee === "new AppError") follow(call, call.args[1]);
  }
  return { sentences, unread };
}

/** The sentences of an expression; what is none of them stays a node. */
function partsOf(node: Node, call: Call): (string | Node)[] {
  switch (node.type) {
    case "StringLiteral":
      return [String(node.value)];
    case "TemplateLiteral":
      return [templateOf(node)];
    case "ConditionalExpression":
      return [...partsOf(node.consequent as Node, call), ...partsOf(node.alternate as Node, call)];
    case "ParenthesisExpression":
    case "TsAsExpression":
      return partsOf(node.expression as Node, call);
    case "Identifier": {
      const value = call.scopes
        .map(({ constants }) => constants.get(String(node.value)))
        .findLast((it) => it);
      return value === undefined ? [node] : partsOf(value, call);
    }
    default:
      return [node];
  }
}

function templateOf(node: Node): string {
  const quasis = node.quasis as readonly { readonly cooked?: string }[];
  return quasis.map(({ cooked = "" }, at) => (at === 0 ? cooked : `{${at}}${cooked}`)).join("");
}

function callsOf(file: string, text: string): Call[] {
  const calls: Call[] = [];
  const visit = (node: unknown, scopes: readonly Scope[], name?: string): void => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item, scopes);
      return;
    }
    if (typeof node !== "object" || node === null) return;
    const it = node as Node;
    let inner = scopes;
    let called = name;
    if (it.type === "FunctionDeclaration") inner = [...scopes, scopeOf((it.identifier as Node).value, it)];
    if (
      it.type === "ArrowFunctionExpression" ||
      it.type === "FunctionExpression" ||
      it.type === "ClassMethod"
    )
      inner = [...scopes, scopeOf(name, it)];
    if (it.type === "VariableDeclarator") {
      const id = it.id as Node;
      called = id.type === "Identifier" ? String(id.value) : undefined;
      if (called !== undefined && it.init) scopes.at(-1)?.constants.set(called, it.init as Node);
    }
    if (it.type === "NewExpression" || it.type === "CallExpression") {
      const callee = it.callee as Node;
      const args = ((it.arguments ?? []) as { readonly expression: Node }[]).map(
        ({ expression }) => expression,
      );
      const prefix = it.type === "NewExpression" ? "new " : "";
      if (callee.type === "Identifier")
        calls.push({ callee: `${prefix}${callee.value}`, args, scopes: inner, file });
    }
    if (it.type === "ObjectExpression") {
      const [code, message] = [propertyOf(it, "code"), propertyOf(it, "message")];
      if (code !== undefined && String(code.value).includes("/") && isSentence(message))
        calls.push({ callee: "new AppError", args: [code, message], scopes: inner, file });
    }
    for (const [key, value] of Object.entries(it)) {
      if (key !== "span") visit(value, inner, key === "init" ? called : undefined);
    }
  };
  const module = parseSync(text, { syntax: "typescript", tsx: false, target: "es2022" });
  visit(module.body, [{ name: undefined, params: [], constants: new Map() }]);
  return calls;
}

function isSentence(node: Node | undefined): node is Node {
  return node?.type === "StringLiteral" || node?.type === "TemplateLiteral";
}

function propertyOf(object: Node, name: string): Node | undefined {
  const properties = object.properties as readonly Node[];
  const found = properties.find(
    ({ type, key }) => type === "KeyValueProperty" && (key as Node).value === name,
  );
  return found?.value as Node | undefined;
}

function scopeOf(name: unknown, node: Node): Scope {
  const own = (node.params ?? (node.function as Node | undefined)?.params ?? []) as readonly Node[];
  const params = own.map((param) => {
    let pattern = (param.type === "Parameter" ? param.pat : param) as Node;
    if (pattern.type === "AssignmentPattern") pattern = pattern.left as Node;
    return pattern.type === "Identifier" ? String(pattern.value) : undefined;
  });
  return { name: typeof name === "string" ? name : undefined, params, constants: new Map() };
}

function sources(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name));
}
