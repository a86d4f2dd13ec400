import type { Attendance } from "../../../contract/attendance.js";
import type { Conversation } from "../../../contract/conversation.js";
import {
  newerConversation,
  withAttendance,
  withOwner,
  withReadMark,
} from "../../../web/chat/newer-conversation.js";

const base: Conversation = {
  id: "c",
  requester: { id: "ana", name: "Ana" },
  channel: "web",
  locale: "en",
  owner: { kind: "assistant" },
  epoch: 2,
  lastSeq: 5,
  online: { requester: true, agent: false },
  readUpTo: { requester: 3, agent: 1 },
  createdAt: 1,
  updatedAt: 10,
};

const waiting: Attendance = {
  id: "a",
  conversationId: "c",
  phase: "logged",
  status: "pending",
  groupIds: [],
  priority: 1,
  waitingSince: 1,
  position: 4,
  requester: { id: "ana", name: "Ana" },
  question: "",
  language: "en",
  version: 3,
};

describe("what is known of a conversation", () => {
  it("is never replaced by an older ownership, however late it was told", () => {
    const late = { ...base, epoch: 1, updatedAt: 99, owner: { kind: "queue" } } as const;

    expect(newerConversation(base, late)).toBe(base);
  });

  it("is replaced by a newer ownership, even with an older clock", () => {
    const next = { ...base, epoch: 3, updatedAt: 5, owner: { kind: "queue" } } as const;

    expect(newerConversation(base, next).owner.kind).toBe("queue");
  });

  it("keeps the furthest read marks", () => {
    const next = { ...base, updatedAt: 11, readUpTo: { requester: 5, agent: 0 } };

    expect(newerConversation(base, next).readUpTo).toEqual({ requester: 5, agent: 1 });
  });

  it("takes another place in the queue, and drops an older word about it (S1-26)", () => {
    const known = withAttendance(base, { attendance: waiting });

    const moved = withAttendance(known, { attendance: { ...waiting, position: 3 } });
    const late = withAttendance(moved, { attendance: { ...waiting, version: 2, position: 9 } });

    expect(moved.attendance?.position).toBe(3);
    expect(late).toBe(moved);
  });

  it("goes by what was said before it goes by a clock that was set back (F16)", () => {
    const next = { ...base, lastSeq: 6, updatedAt: 4, ticketNumber: "1001" };

    expect(newerConversation(base, next).ticketNumber).toBe("1001");
    expect(newerConversation(base, { ...base, lastSeq: 4, updatedAt: 99 })).toBe(base);
  });

  it("shows the open attendance, whatever the clock said when it began to wait (F16)", () => {
    const over = { ...waiting, id: "b", phase: "closed", status: "ended", waitingSince: 99 } as const;
    const known = withAttendance(base, { attendance: over });

    const open = withAttendance(known, { attendance: waiting });

    expect(open.attendance?.id).toBe("a");
    expect(withAttendance(open, { attendance: over })).toBe(open);
    expect(withAttendance(known, { attendance: { ...over, id: "c", waitingSince: 1 } }).attendance?.id).toBe(
      "c",
    );
  });

  it("moves read marks forward only", () => {
    const mark = { conversationId: "c", accountId: "x", side: "agent", upToSeq: 4 } as const;

    const read = withReadMark(base, mark);

    expect(read.readUpTo.agent).toBe(4);
    expect(withReadMark(read, { ...mark, upToSeq: 2 })).toBe(read);
  });

  it("tells who has it now when it was lost, unless that is known to be older", () => {
    const owner = { kind: "agent", id: "carla", name: "Carla" } as const;

    expect(withOwner(base, { conversationId: "c", epoch: 3, owner }).owner).toEqual(owner);
    expect(withOwner(base, { conversationId: "c", epoch: 1, owner })).toBe(base);
  });
});
