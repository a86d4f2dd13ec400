export {
  type CannedReply,
  type CannedReplyForm,
  cannedReplyFormSchema,
  cannedReplySchema,
} from "./canned-reply.js";
export { type PushSubscription, pushEndpointSchema, pushSubscriptionSchema } from "./push.js";
export { type Rota, rotaSchema, type Shift, shiftSchema } from "./rota.js";
export {
  maxParticipants,
  type Note,
  type PastTalk,
  pastTalkSchema,
  type TalkTeam,
  tagsSchema,
  talkTeamSchema,
} from "./talk-team.js";
export { type Wall, type WallChange, type WallTalk, wallSchema, wallTalkSchema } from "./wall.js";
