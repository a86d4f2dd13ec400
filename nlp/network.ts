import { Container, type NeuralNlu, Nlp } from "@nlpjs/basic";
import { createRandom, shuffle } from "./linear/random.js";

/** One model serves all languages, so that a mixed sentence is understood; nlp.js wants a locale of two letters. */
const locale = "xx";
/** As shipped (0.6) the network swings; so few rounds are enough at this rate, and cost a third of a second for a desk. */
const repaired = { learningRate: 0.1, iterations: 12, log: false };

export interface Taught {
  readonly intent: string;
  readonly stems: readonly string[];
}

/** What is written down of a network. */
export interface NetworkState {
  readonly stems: readonly string[];
  readonly intents: readonly string[];
  /** For each intent a weight for each stem, and its bias. */
  readonly weights: readonly (readonly number[])[];
}

export interface Network {
  /** The raw activation of each intent, in the order asked for: unlike the scores of nlp.js, they stay low for what is unknown. */
  activate(stems: readonly string[], intents: readonly string[]): Float64Array;
  state(): NetworkState;
}

/** Trains the network of nlp.js: shuffled, because it never shuffles and learns the last intents best. */
export async function trainNetwork(taught: readonly Taught[], seed: number): Promise<Network> {
  const order = Int32Array.from(taught, (_, at) => at);
  shuffle(order, order.length, createRandom(seed));
  const corpus = Array.from(order, (at) => ({
    input: toInput(taught[at]?.stems ?? []),
    output: { [taught[at]?.intent ?? ""]: 1 },
  }));
  const nlu = createNlu();
  await nlu.innerTrain({ corpus, settings: { ...nlu.settings } });
  return toNetwork(nlu);
}

/** The network as `state()` described it, without training. */
export function restoreNetwork({ stems, intents, weights }: NetworkState): Network {
  const nlu = createNlu();
  const neuralNetwork = { settings: repaired, features: stems, intents, perceptrons: weights };
  nlu.fromJSON({ settings: {}, intents: {}, neuralNetwork });
  return toNetwork(nlu);
}

/** A container of its own: the ready-made one reads `.env`, configuration and plug-ins from the working folder. */
function createNlu(): NeuralNlu {
  const container = new Container();
  container.registerConfiguration(`nlu-${locale}`, { ...repaired }, true);
  new Nlp({ container, autoLoad: false, autoSave: false });
  return container.get("NeuralNlu", { locale });
}

function toNetwork({ neuralNetwork }: NeuralNlu): Network {
  return {
    activate: (stems, intents) => {
      const activations = neuralNetwork.run(toInput(stems)) ?? {};
      return Float64Array.from(intents, (intent) => activations[intent] ?? 0);
    },
    state: () => {
      const { features = [], intents = [], perceptrons = [] } = neuralNetwork.toJSON();
      return { stems: features, intents, weights: perceptrons };
    },
  };
}

/** The prefix keeps a word like "constructor" from being taken for a property every object has. */
function toInput(stems: readonly string[]): Record<string, number> {
  return Object.fromEntries(stems.map((stem) => [`=${stem}`, 1]));
}
