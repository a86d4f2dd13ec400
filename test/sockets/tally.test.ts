import { createTally } from "../../sockets/tally.js";

describe("tally of names", () => {
  it("names each once while there is one of it at least", () => {
    const tally = createTally();
    for (const name of ["one", "two", "one"]) tally.add(name);
    expect(tally.names()).toEqual(["one", "two"]);

    tally.remove("one");
    expect(tally.names()).toEqual(["one", "two"]);
    tally.remove("one");
    tally.remove("nobody");
    expect(tally.names()).toEqual(["two"]);
  });
});
