import { askCommittee, trainCommittee } from "../../../nlp/linear/committee.js";
import { toLogits } from "../../../nlp/linear/layers.js";
import { indexOfGreatest, toRows } from "../../../nlp/linear/vectors.js";

const vector = (label: number) => ({
  indices: Int32Array.from([label, 3]),
  values: Float32Array.from([0.6, 0.6]),
  known: [1, 1, 1],
});

function train(count: number) {
  const labels = Int32Array.from({ length: count }, (_, at) => at % 3);
  const rows = toRows(Array.from(labels, vector));
  return trainCommittee(rows, { labels, classes: 3, features: 4, seed: 1 });
}

describe("the committee of networks", () => {
  it("has one member for few texts, and several that differ for many", () => {
    const [few, many] = [train(60), train(3000)];

    expect(few).toHaveLength(1);
    expect(many).toHaveLength(3);
    expect(many[0]?.inward).not.toEqual(many[1]?.inward);
  });

  it("says on average what its members say, and nothing without any", () => {
    const committee = train(3000);
    const said = committee.map((one) => toLogits(one, vector(1)));

    const mean = askCommittee(committee, vector(1));

    expect(indexOfGreatest(mean)).toBe(1);
    expect(mean[1]).toBeCloseTo(said.reduce((sum, logits) => sum + (logits[1] ?? 0), 0) / 3, 9);
    expect(askCommittee([], vector(1))).toHaveLength(0);
  });
});
