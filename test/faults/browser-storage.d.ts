/** What the chat names of a browser's storage. Here it keeps everything in memory and never touches it. */
interface Storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}
declare var sessionStorage: Storage;
declare var localStorage: Storage;
