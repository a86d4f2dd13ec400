/** `@nlpjs/*` ships no types; this declares the little that is used of it. */
declare module "@nlpjs/lang-en" {
  export class StemmerEn {
    cache: Record<string, string>;
    stemWord(word: string): string;
  }
}
declare module "@nlpjs/lang-es" {
  export class StemmerEs {
    cache: Record<string, string>;
    stemWord(word: string): string;
  }
}
declare module "@nlpjs/lang-pt" {
  export class StemmerPt {
    cache: Record<string, string>;
    stemWord(word: string): string;
  }
}
