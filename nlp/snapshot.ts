import { createHash } from "node:crypto";
import { z } from "zod";
import { localeSchema } from "../contract/index.js";
import type { Example } from "./examples.js";
import { createVectorizer } from "./linear/vectorizer.js";
import type { Model } from "./model.js";

/** Raised by one whenever training or the layout of the bytes changes, so that no older model is taken for a present one. */
const version = 2;
const lengthBytes = 8;

const headerSchema = z.object({
  version: z.literal(version),
  intents: z.array(z.string()),
  hasOutOfScope: z.boolean(),
  features: z.int().nonnegative(),
  calibration: z.object({
    sharpness: z.number(),
    scope: z.object({ centers: z.array(z.number()), weights: z.array(z.number()), bias: z.number() }),
    threshold: z.number(),
  }),
  examples: z.array(z.object({ intent: z.string(), language: localeSchema, text: z.string() })),
});

/** Names the model that these examples give: the same for any order of them, another for any other example or way of training. */
export function modelHash(examples: readonly Example[], seed = 1): string {
  const lines = examples.map(({ intent, language, text }) => JSON.stringify([intent, language, text]));
  const hash = createHash("sha256").update(`${version} ${seed}\n`);
  for (const line of [...new Set(lines)].sort()) {
    hash.update(`${line}\n`);
  }
  return hash.digest("hex");
}

/** A length, a JSON header of that length padded to 8 bytes, then features (uint32), rarity and weights (float32). */
export function toBytes(model: Model): Uint8Array {
  const { classifier, calibration, examples } = model;
  const features = Uint32Array.from(classifier.vectorizer.vocabulary.keys());
  const { intents, hasOutOfScope } = classifier;
  const header = { version, intents, hasOutOfScope, features: features.length, calibration, examples };
  const json = padded(new TextEncoder().encode(JSON.stringify(header)));
  const length = new Uint8Array(new BigUint64Array([BigInt(json.length)]).buffer);
  return Buffer.concat([
    length,
    json,
    bytesOf(features),
    bytesOf(classifier.vectorizer.rarity),
    bytesOf(classifier.weights),
  ]);
}

/** The model that `toBytes` wrote, or `undefined` where the bytes are cut, foreign or of another version. */
export function fromBytes(bytes: Uint8Array): Model | undefined {
  // A copy at offset 0: what is read from a file may lie anywhere in a buffer shared with others.
  const whole = new Uint8Array(bytes);
  const json = readHeader(whole);
  const header = headerSchema.safeParse(json.value).data;
  const classes = header === undefined ? 0 : header.intents.length + (header.hasOutOfScope ? 1 : 0);
  if (
    header === undefined ||
    whole.length !== json.end + 4 * (header.features * 2 + (header.features + 1) * classes)
  ) {
    return undefined;
  }
  const features = new Uint32Array(whole.buffer, json.end, header.features);
  const rarity = new Float32Array(whole.buffer, json.end + 4 * header.features, header.features);
  const weights = new Float32Array(whole.buffer, json.end + 8 * header.features);
  const { intents, hasOutOfScope, calibration, examples } = header;
  const vectorizer = createVectorizer(features, rarity);
  return { classifier: { intents, hasOutOfScope, vectorizer, weights }, calibration, examples };
}

function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.ceil(bytes.length / lengthBytes) * lengthBytes).fill(0x20);
  whole.set(bytes);
  return whole;
}

function bytesOf(numbers: Uint32Array | Float32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function readHeader(bytes: Uint8Array): { value: unknown; end: number } {
  if (bytes.length < lengthBytes) {
    return { value: undefined, end: 0 };
  }
  const end = lengthBytes + Number(new DataView(bytes.buffer).getBigUint64(0, true));
  if (end > bytes.length) {
    return { value: undefined, end: 0 };
  }
  try {
    return { value: JSON.parse(new TextDecoder().decode(bytes.subarray(lengthBytes, end))), end };
  } catch {
    return { value: undefined, end: 0 };
  }
}
