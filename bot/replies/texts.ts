/** Every sentence the assistant says, in one shape for all languages. */
export interface Texts {
  readonly greeting: (name: string) => string;
  readonly greetingAgain: string;
  readonly help: string;
  readonly helpGuest: string;
  readonly thanks: string;
  /** To a "yes" where several things were offered. */
  readonly whichOne: string;
  /** To a "yes" or "no" that answers nothing. */
  readonly allRight: string;
  readonly goodbye: string;
  readonly robot: string;
  readonly sorryForTrouble: string;
  readonly languageSet: string;
  readonly askLanguage: string;
  readonly fallback: string;
  readonly stuck: string;
  readonly stuckAlone: string;
  /** Beside a fallback right after a start, while the index is being filled. */
  readonly stillReading: string;
  readonly failed: string;
  readonly tooLong: string;
  readonly unsure: string;
  readonly foundArticle: (title: string, passage: string) => string;
  readonly foundArticles: string;
  readonly foundActivities: string;
  readonly foundBoth: string;
  /** Under what a language model wrote, with the titles it names; `sources` has a line for each. */
  readonly writtenFrom: (sources: string) => string;
  readonly articleGone: string;
  readonly didItHelp: string;
  readonly gladItHelped: string;
  readonly sorryItDidNot: string;
  readonly activity: (name: string, description: string) => string;
  readonly activityGone: string;
  readonly askDescription: string;
  readonly askDescriptionFor: (activity: string) => string;
  readonly confirm: (lines: string) => string;
  readonly description: string;
  readonly ticketOpened: (number: string) => string;
  readonly formCancelled: string;
  readonly nothingToCancel: string;
  readonly problem: (problem: string) => string;
  readonly ticketStatus: (
    number: string,
    state: string,
    activity: string,
    assignee: string | undefined,
  ) => string;
  readonly ticketElsewhere: (desk: string, number: string) => string;
  readonly ticketUnknown: (number: string) => string;
  readonly askTicketNumber: string;
  readonly noTickets: string;
  readonly yourTickets: string;
  readonly gotFiles: (names: string) => string;
  readonly whatWithFiles: (names: string) => string;
  readonly filesInForm: (names: string) => string;
  readonly filesAttached: (names: string, number: string) => string;
  readonly nothingToResume: string;
  readonly noChatAboutTicket: string;
  readonly chooseToResume: string;
  readonly cannotResume: string;
  readonly callingPeople: string;
  readonly peopleOff: string;
  readonly peopleOffForGuests: string;
  readonly greetingGuest: string;
  readonly chatOff: string;
  readonly peopleClosed: (opens: string | undefined) => string;
  readonly manualHelp: string;
  readonly states: Readonly<Record<string, string>>;
  readonly actions: {
    readonly talkToAttendant: string;
    readonly resumeAttendance: string;
    readonly submitRequest: string;
    readonly newTicket: string;
    readonly newTicketFor: (activity: string) => string;
    readonly yes: string;
    readonly no: string;
    readonly cancel: string;
    readonly noneOfThese: string;
    readonly helped: string;
    readonly didNotHelp: string;
    readonly source: (number: number, title: string) => string;
    readonly attachTo: (number: string) => string;
    readonly ticketStatus: (number: string) => string;
  };
}
