/** After which talks requesters are asked, from never to always. */
export const surveyChoices = ["off", "attended", "all"] as const;
export type SurveyChoice = (typeof surveyChoices)[number];
