import { describeHandOver } from "./hand-over.js";
import { describeLostConnection } from "./lost-connection.js";
import { startEmbedded } from "./setup.js";
import { prepareStage } from "./stage.js";

// The runner looks for these names to know what a suite needs: "../support/browser.js".

describe("one embedded node in the browser", () => {
  const stage = prepareStage("embedded", startEmbedded);

  describeHandOver(stage, "embedded");
  describeLostConnection(stage, "embedded");
});
