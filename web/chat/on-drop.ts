import { filesOf } from "./uploads.js";

/**
 * Takes files that are dropped anywhere on `target`: beside it the browser would leave the page for the file. Tells
 * whether something is held over it; ends with the call of the answer.
 */
export function onDrop(
  target: EventTarget,
  take: { readonly files: (files: File[]) => void; readonly over: (isOver: boolean) => void },
): () => void {
  const listeners = {
    dragover: (event: Event) => {
      if (!isWithFiles(event)) return;
      event.preventDefault();
      take.over(true);
    },
    dragleave: () => take.over(false),
    drop: (event: Event) => {
      if (!isWithFiles(event)) return;
      event.preventDefault();
      take.over(false);
      take.files(filesOf(event.dataTransfer));
    },
  };
  const entries = Object.entries(listeners);
  for (const [name, listener] of entries) target.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of entries) target.removeEventListener(name, listener);
  };
}

/** Words that are dragged go where they are dropped. */
function isWithFiles(event: Event): event is DragEvent {
  return event instanceof DragEvent && [...(event.dataTransfer?.types ?? [])].includes("Files");
}
