export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

type Content = Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;

export interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
}

export interface Answer {
  readonly $ref?: string;
  readonly description: string;
  readonly content?: Content;
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Answer>>;
}

export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, Answer>>;
  };
}

export interface Door {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** The description of the API, from the desk itself. */
export async function readDocument(): Promise<ApiDocument> {
  const response = await fetch("/openapi.json");
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as ApiDocument;
}

/** Every operation whose address, summary or id has all the words. */
export function findDoors({ paths }: ApiDocument, text: string): Door[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const said = `${method} ${path} ${operation.summary} ${operation.operationId}`.toLowerCase();
      return words.every((word) => said.includes(word))
        ? [{ method: method.toUpperCase(), path, operation }]
        : [];
    }),
  );
}

/** What a reference of the document stands for. */
export function follow<T extends { readonly $ref?: string }>(one: T, parts: Readonly<Record<string, T>>): T {
  return one.$ref === undefined ? one : (parts[nameOf(one.$ref)] ?? one);
}

export function nameOf(reference: string): string {
  return reference.split("/").at(-1) ?? reference;
}
