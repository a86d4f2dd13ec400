import type { Scenario } from "../stage/scenario.js";
import { killed } from "./f01-killed.js";
import { toldToStop } from "./f02-told-to-stop.js";
import { stoppedNode } from "./f03-stopped-node.js";
import { blockedLoop } from "./f04-blocked-loop.js";
import { redisComesBackEmpty } from "./f05-redis-comes-back-empty.js";
import { flushedRedis } from "./f06-flushed-redis.js";
import { redisDown } from "./f07-redis-down.js";
import { redisOutOfMemory } from "./f08-redis-out-of-memory.js";
import { killedConnections } from "./f09-killed-connections.js";
import { cutAnswers } from "./f10-cut-answers.js";
import { badLine } from "./f11-bad-line.js";
import { postgresFails } from "./f12-postgres.js";
import { sqliteFails } from "./f13-sqlite.js";
import { fullDisk } from "./f14-full-disk.js";
import { noDescriptors } from "./f15-no-descriptors.js";
import { clocks } from "./f16-clocks.js";
import { slowClient } from "./f17-slow-client.js";
import { deadNode } from "./f18-dead-node.js";
import { rushForTheQueue } from "./f19-rush.js";
import { deadAgent } from "./f20-dead-agent.js";
import { tenThousandSockets, reconnectStorm } from "./f21-ten-thousand-sockets.js";
import { manyTabs } from "./f23-many-tabs.js";
import { sameInstant } from "./f24-same-instant.js";
import { hangingTurns } from "./f25-hanging-turns.js";
import { sameActivity } from "./f26-same-activity.js";
import { olderBackup } from "./f27-older-backup.js";
import { malformed } from "./f28-malformed.js";
import { absentAtStart } from "./f29-absent-at-start.js";
import { randomSchedule } from "./random.js";

/** All of reliability (c), in its order, and what comes of several at once. */
export const scenarios: readonly Scenario[] = [
  killed,
  toldToStop,
  stoppedNode,
  blockedLoop,
  redisComesBackEmpty,
  flushedRedis,
  redisDown,
  redisOutOfMemory,
  killedConnections,
  cutAnswers,
  badLine,
  postgresFails,
  sqliteFails,
  fullDisk,
  noDescriptors,
  clocks,
  slowClient,
  deadNode,
  rushForTheQueue,
  deadAgent,
  tenThousandSockets,
  reconnectStorm,
  manyTabs,
  sameInstant,
  hangingTurns,
  sameActivity,
  olderBackup,
  malformed,
  absentAtStart,
  randomSchedule,
];
