import {
  ActivityHandler,
  type ConversationReference,
  EventFactory,
  MemoryTranscriptStore,
  TestAdapter,
  TranscriptLoggerMiddleware,
  TurnContext,
} from "botbuilder";
import { type Activity, directLineAt, Line } from "./direct-line.js";

/**
 * Somebody else's bot, made with the plain SDK as its hand-off sample is: it answers until somebody asks for a human,
 * then hands over to an agent hub over Direct Line and carries words both ways until the hub says that it is over.
 */
export class ForeignBot extends ActivityHandler {
  readonly adapter: TestAdapter;
  readonly statuses: { state: string; message?: string }[] = [];
  readonly #transcripts = new MemoryTranscriptStore();
  readonly #hub: { url: string; secret: string };
  #talk: { token: string; id: string; line: Line } | undefined;

  constructor(hub: { url: string; secret: string }) {
    super();
    this.#hub = hub;
    this.adapter = new TestAdapter((context) => this.run(context));
    this.adapter.use(new TranscriptLoggerMiddleware(this.#transcripts));
    this.onMessage(async (context, next) => {
      if (this.#talk !== undefined) {
        await directLineAt(this.#hub.url).say(this.#talk.token, this.#talk.id, context.activity.text);
      } else if (/human/.test(context.activity.text)) {
        await context.sendActivity("I will find somebody for you.");
        await this.#handOver(context);
      } else {
        await context.sendActivity(`You said: ${context.activity.text}`);
      }
      await next();
    });
  }

  async #handOver(context: TurnContext): Promise<void> {
    const { channelId, conversation, from } = context.activity;
    const { items: activities } = await this.#transcripts.getTranscriptActivities(channelId, conversation.id);
    const event = EventFactory.createHandoffInitiation(
      context,
      { Skill: "printers", Contract: { level: "gold" } },
      { activities } as never,
    );
    const api = directLineAt(this.#hub.url);
    const user = { id: `dl_${from.id}`, name: "Petra of the shop" };
    const { token } = await api.generate(this.#hub.secret, { user });
    const { conversationId: id, streamUrl } = await api.start(token);
    const line = await Line.open(streamUrl);
    const began = (await api.read(token, id)).activities.map((one) => one.id);
    const reference = TurnContext.getConversationReference(context.activity);
    const carry = (activity: Activity) => {
      if (activity.from.role !== "bot" || began.includes(activity.id)) return;
      if (activity.name === "handoff.status") this.#status(activity.value as { state: string });
      else void this.#say(reference, activity.text ?? "");
    };
    line.onActivity(carry);
    this.#talk = { token, id, line };
    const sent = await api.call("POST", `/conversations/${id}/activities`, {
      credential: token,
      body: event,
    });
    if (sent.status !== 200) throw new Error(JSON.stringify(sent.body));
  }

  #status(value: { state: string }): void {
    this.statuses.push(value);
    if (value.state === "accepted") return;
    this.#talk?.line.close();
    this.#talk = undefined;
  }

  async #say(reference: Partial<ConversationReference>, text: string): Promise<void> {
    // What `continueConversation` does, which this adapter leaves out.
    const event = TurnContext.applyConversationReference({ type: "event" }, reference, true);
    await new TurnContext(this.adapter, event).sendActivity(text);
  }

  /** What its user sees of it. */
  shown(): string[] {
    return this.adapter.activeQueue.map(({ text = "" }) => text);
  }

  close(): void {
    this.#talk?.line.close();
  }
}
