import { describeAgentSide } from "./agent-side.js";
import { describeChatHome } from "./chat-home.js";
import { describeManualMode } from "./manual-mode.js";
import { startEmbedded } from "./setup.js";
import { prepareStage } from "./stage.js";

// The runner looks for these names to know what a suite needs: "../support/browser.js".

describe("the chat of the CITSmart documents in the browser", () => {
  const stage = prepareStage("citsmart", startEmbedded);

  describe("home", () => describeChatHome(stage));
  describe("agent side", () => describeAgentSide(stage));
  describe("mode manual", () => describeManualMode(stage));
});
