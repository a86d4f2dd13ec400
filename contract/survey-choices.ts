/** After which talks requesters are asked, from never to always; by hand: only where a person or a program asks. */
export const surveyChoices = ["off", "by-hand", "attended", "all"] as const;
export type SurveyChoice = (typeof surveyChoices)[number];
