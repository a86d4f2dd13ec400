import Sequencer from "@jest/test-sequencer";

/** Longest first, or one worker is left alone with them in the end: browsers, then faults, then all others. */
const slow = ["/test/e2e/", "/test/faults/"];

export default class extends Sequencer {
  sort(tests) {
    const partOf = (folder) => super.sort(tests.filter((test) => test.path.includes(folder)));
    const first = slow.flatMap(partOf);
    return [...first, ...super.sort(tests.filter((test) => !first.includes(test)))];
  }
}
