/** The id of what stands in the composer's place once a talk is no longer the agent's. */
export const closedComposerId = "composer-closed";

/** Takes the focus where nothing has it any more, because what had it was taken off the page. */
export function takeLostFocus(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus({ preventScroll: true });
}
