/** Thrown inside a turn whose conversation has another owner by now: everything of it is dropped. */
export class StaleTurn extends Error {
  override readonly name = "StaleTurn";
}
