/** Whether the test that is now cleared up after has failed. */
export function hasTestFailed(): boolean {
  return Reflect.get(globalThis, "hasTestFailed") === true;
}
