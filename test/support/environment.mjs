import { TestEnvironment } from "jest-environment-node";

/** Node's, which also tells a test's own clearing up whether the test has failed: see has-test-failed.ts. */
export default class extends TestEnvironment {
  handleTestEvent({ name }) {
    if (name === "test_start") this.global.hasTestFailed = false;
    if (name === "test_fn_failure") this.global.hasTestFailed = true;
  }
}
