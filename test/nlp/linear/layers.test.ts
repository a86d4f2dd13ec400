import { energyOf, toLogits, trainLayers } from "../../../nlp/linear/layers.js";
import { indexOfGreatest, toRows } from "../../../nlp/linear/vectors.js";

/** Three features each, the first two of which are the class's own; what is in common comes third. */
const texts = [
  [0, 1, 6],
  [0, 1, 7],
  [2, 3, 6],
  [2, 3, 7],
  [4, 5, 6],
  [4, 5, 7],
];
const labels = Int32Array.from([0, 0, 1, 1, 2, 2]);
const vector = (features: readonly number[]) => ({
  indices: Int32Array.from(features),
  values: new Float32Array(features.length).fill(0.6),
  known: [1, 1, 1],
});
const train = (seed: number) =>
  trainLayers(toRows(texts.flatMap((text) => Array.from({ length: 20 }, () => vector(text)))), {
    labels: Int32Array.from(Array.from(labels).flatMap((label) => new Array<number>(20).fill(label))),
    classes: 3,
    features: 9,
    seed,
  });

describe("trainLayers", () => {
  it("learns what tells the classes apart, each by one of its features alone too", () => {
    const layers = train(1);

    const found = [0, 1, 2, 3, 4, 5].map((feature) => indexOfGreatest(toLogits(layers, vector([feature]))));
    expect(found).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("gives the same network for the same seed, and another for another", () => {
    const [one, again, other] = [train(1), train(1), train(2)];

    expect(one).toEqual(again);
    expect(one.inward).not.toEqual(other.inward);
  });

  it("has more energy for what it has seen than for what it has not", () => {
    const layers = train(1);

    expect(energyOf(toLogits(layers, vector([0, 1, 6])))).toBeGreaterThan(
      energyOf(toLogits(layers, vector([8]))),
    );
  });
});

describe("energyOf", () => {
  it("is the logarithm of a sum, also of what is too great to be raised", () => {
    expect(energyOf(Float64Array.from([0, 0]))).toBeCloseTo(Math.log(2));
    expect(energyOf(Float64Array.from([2000, 2000]))).toBeCloseTo(2000 + Math.log(2));
  });
});
