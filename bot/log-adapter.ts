import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from "botbuilder";
import { fromReplyActivity } from "./activities.js";
import type { Reply } from "./turn.js";

/** Takes the replies of the turn that runs in this context. */
export type Outbox = (reply: Reply) => Promise<string>;

const outboxKey = Symbol("outbox");

/**
 * The Bot Framework's adapter over our message log: a turn starts from a stored message, and what the assistant sends
 * goes into the turn's outbox, which is stored in one transaction when the turn ends. Whatever channel the requester
 * uses, this is where turns run.
 */
export class LogAdapter extends BotAdapter {
  async runTurn(
    activity: Partial<Activity>,
    outbox: Outbox,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const context = new TurnContext(this, activity);
    context.turnState.set(outboxKey, outbox);
    await this.runMiddleware(context, logic);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const outbox: Outbox | undefined = context.turnState.get(outboxKey);
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      const isMessage = activity.type === ActivityTypes.Message && outbox !== undefined;
      responses.push({ id: isMessage ? await outbox(fromReplyActivity(activity)) : "" });
    }
    return responses;
  }

  /** A stored message is never changed. */
  override async updateActivity(): Promise<void> {
    throw new Error("Messages of the log are not changed.");
  }

  /** A stored message is never deleted (S1-28). */
  override async deleteActivity(): Promise<void> {
    throw new Error("Messages of the log are not deleted.");
  }

  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const activity = TurnContext.applyConversationReference({ type: ActivityTypes.Event }, reference, true);
    await this.runMiddleware(new TurnContext(this, activity), logic);
  }
}
