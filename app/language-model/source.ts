/** An article as the model gets it: its number in citations, and what was taken out of it. */
export interface Source {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  /** Plain text: a line for each paragraph, item and heading. */
  readonly text: string;
}
