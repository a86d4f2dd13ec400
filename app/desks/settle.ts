/** One field of a ticket on both sides, with what both were when they were last compared. */
export interface Field<Here extends string> {
  readonly here: Here;
  /** Nothing before the first comparison. */
  readonly hereBefore: string | undefined;
  readonly there: string;
  readonly thereBefore: string | undefined;
  readonly toThere: (value: Here) => string;
  /** Nothing for a word that changes nothing here. */
  readonly toHere: (value: string) => Here | undefined;
}

/**
 * Who has changed a field wins; where both have, the other desk does, because that is where the ticket is worked on.
 * What several of our words have in common there is no change: nothing goes back and forth.
 */
export function settle<Here extends string>(
  field: Field<Here>,
): { readonly take?: Here; readonly send?: string } {
  const { here, there } = field;
  const said = field.toThere(here);
  if (there === said) return {};
  const taken = there === field.thereBefore ? undefined : field.toHere(there);
  if (taken !== undefined) return taken === here ? {} : { take: taken };
  return here === field.hereBefore ? {} : { send: said };
}
