export { markAcceptedIn, markEndedIn, markRequestedIn } from "./marks.js";
export { createReports, type Reports } from "./reports/reports.js";
export type { ChannelAnswer, ChannelSurveyParts } from "./satisfaction/channel-survey.js";
export { createSatisfaction, type Satisfaction } from "./satisfaction/satisfaction.js";
