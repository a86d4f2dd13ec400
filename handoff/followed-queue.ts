import type { Trail } from "../contract/index.js";
import type { QueueIndex } from "./queue.js";

/** The same queue, whose verbs that change something are spans of the request they are done for. */
export function followedQueue(index: QueueIndex, trail: Trail): QueueIndex {
  return {
    ...index,
    add: (entry) => trail.span("queue add", {}, () => index.add(entry)),
    remove: (id, groupIds) => trail.span("queue remove", {}, () => index.remove(id, groupIds)),
    claim: (claim) => trail.span("queue claim", {}, () => index.claim(claim)),
    release: (claim) => trail.span("queue release", {}, () => index.release(claim)),
  };
}
