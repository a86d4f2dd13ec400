import { z } from "zod";
import { lowerKeys, type Path, readPath, urns } from "./attributes.js";
import { ScimRefusal } from "./refusals.js";

/** One step of a patch, with its path read. */
export interface Operation {
  readonly kind: "add" | "replace" | "remove";
  readonly path: Path;
  readonly value: unknown;
}

const operationSchema = z.object({
  op: z.string().transform((op) => op.toLowerCase()),
  path: z.string().max(500).nullish(),
  value: z.unknown().optional(),
});
const operationsMost = 1000;

/**
 * The steps of a patch in order. Values without a path name several: each of their properties is a path, as Microsoft
 * and Okta write them. Throws a refusal.
 */
export function readPatch(body: unknown): Operation[] {
  const { schemas, operations } = lowerKeys(body) ?? {};
  const isNamed = schemas === undefined || (Array.isArray(schemas) && schemas.includes(urns.patch));
  const read = z.array(z.unknown()).min(1).max(operationsMost).safeParse(operations);
  if (!isNamed || !read.success) {
    throw new ScimRefusal(400, "invalidSyntax", `A patch has the schema ${urns.patch} and its Operations.`);
  }
  return read.data.flatMap(readOperation);
}

function readOperation(sent: unknown): Operation[] {
  const parsed = operationSchema.safeParse(lowerKeys(sent));
  const kind = z.enum(["add", "replace", "remove"]).safeParse(parsed.data?.op);
  if (!parsed.success || !kind.success) {
    throw new ScimRefusal(400, "invalidSyntax", "An operation of a patch adds, replaces or removes.");
  }
  const { path, value } = parsed.data;
  if (path !== undefined && path !== null && path !== "")
    return [{ kind: kind.data, path: requirePath(path), value }];
  if (kind.data === "remove")
    throw new ScimRefusal(400, "noTarget", "A removal says by its path what it removes.");
  const several = lowerKeys(value);
  if (several === undefined)
    throw new ScimRefusal(400, "invalidValue", "Without a path, the value is an object.");
  return Object.entries(several).map(([name, part]) => ({
    kind: kind.data,
    path: requirePath(name),
    value: part,
  }));
}

function requirePath(text: string): Path {
  const path = readPath(text);
  if (path === undefined) throw new ScimRefusal(400, "invalidPath", `This is no path: ${text}`);
  return path;
}
