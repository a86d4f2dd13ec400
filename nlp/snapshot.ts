import { createHash } from "node:crypto";
import { z } from "zod";
import { localeSchema } from "../contract/index.js";
import type { Example } from "./examples.js";
import { layersWidth } from "./linear/layers.js";
import { createVectorizer } from "./linear/vectorizer.js";
import type { Model } from "./model.js";
import { type NetworkState, restoreNetwork } from "./network.js";

/** Raised by one whenever training or the layout of the bytes changes, so that no older model is taken for a present one. */
const version = 11;
const lengthBytes = 8;

const headerSchema = z.object({
  version: z.literal(version),
  intents: z.array(z.string()),
  hasOutOfScope: z.boolean(),
  features: z.int().nonnegative(),
  contents: z.array(z.tuple([z.int(), z.array(z.int())])),
  hasLayers: z.boolean(),
  network: z.object({ stems: z.array(z.string()), intents: z.array(z.string()) }).optional(),
  worths: z.object({ layers: z.number(), network: z.number(), shared: z.number(), unsaid: z.number() }),
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

/** A length, a JSON header of that length padded to 8 bytes, then features (uint32), rarity, weights, layers and the weights of the network (float32). */
export function toBytes(model: Model): Uint8Array {
  const { classifier, network, worths, calibration, examples } = model;
  const state = network?.state();
  const features = Uint32Array.from(classifier.vectorizer.vocabulary.keys());
  const { intents, hasOutOfScope } = classifier;
  const { layers } = classifier;
  const counted = {
    features: features.length,
    contents: [...classifier.contents],
    hasLayers: layers !== undefined,
    network: state && { stems: state.stems, intents: state.intents },
    worths,
  };
  const header = { version, intents, hasOutOfScope, ...counted, calibration, examples };
  const json = padded(new TextEncoder().encode(JSON.stringify(header)));
  const length = new Uint8Array(new BigUint64Array([BigInt(json.length)]).buffer);
  return Buffer.concat([
    length,
    json,
    bytesOf(features),
    bytesOf(classifier.vectorizer.rarity),
    bytesOf(classifier.weights),
    ...(layers === undefined ? [] : [layers.inward, layers.outward, layers.biases].map(bytesOf)),
    bytesOf(Float32Array.from(state?.weights.flat() ?? [])),
  ]);
}

/** The model that `toBytes` wrote, or `undefined` where the bytes are cut, foreign or of another version. */
export function fromBytes(bytes: Uint8Array): Model | undefined {
  // A copy at offset 0: what is read from a file may lie anywhere in a buffer shared with others.
  const whole = new Uint8Array(bytes);
  const json = readHeader(whole);
  const header = headerSchema.safeParse(json.value).data;
  if (header === undefined || whole.length !== json.end + 4 * (header.features + numbersIn(header))) {
    return undefined;
  }
  const { intents, hasOutOfScope, calibration, examples, worths } = header;
  const features = new Uint32Array(whole.buffer, json.end, header.features);
  const take = createReader(whole.buffer, json.end + features.byteLength);
  const vectorizer = createVectorizer(features, take(header.features));
  const classes = classesOf(header);
  const weights = take(vectorizer.size * classes);
  const layers = header.hasLayers
    ? {
        inward: take(vectorizer.size * layersWidth),
        outward: take(classes * layersWidth),
        biases: take(classes),
      }
    : undefined;
  const state = readNetwork(header, take(networkSize(header)));
  const contents = new Map(header.contents);
  return {
    classifier: { intents, hasOutOfScope, vectorizer, weights, layers, contents },
    network: state && restoreNetwork(state),
    worths,
    calibration,
    examples,
  };
}

type Header = z.infer<typeof headerSchema>;

function classesOf({ intents, hasOutOfScope }: Header): number {
  return intents.length + (hasOutOfScope ? 1 : 0);
}

function numbersIn(header: Header): number {
  const size = header.features + 1;
  const classes = classesOf(header);
  const layers = header.hasLayers ? (size + classes) * layersWidth + classes : 0;
  return header.features + size * classes + layers + networkSize(header);
}

/** Reads one list of numbers after the other, without copying. */
function createReader(buffer: ArrayBuffer, start: number): (count: number) => Float32Array {
  let at = start;
  return (count) => {
    const numbers = new Float32Array(buffer, at, count);
    at += numbers.byteLength;
    return numbers;
  };
}

function networkSize({ network }: Header): number {
  return network === undefined ? 0 : (network.stems.length + 1) * network.intents.length;
}

function readNetwork({ network }: Header, numbers: Float32Array): NetworkState | undefined {
  if (network === undefined) return undefined;
  const { stems, intents } = network;
  const size = stems.length + 1;
  const weights = intents.map((_, at) => Array.from(numbers.subarray(at * size, (at + 1) * size)));
  return { stems, intents, weights };
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
