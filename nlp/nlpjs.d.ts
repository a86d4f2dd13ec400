/** `@nlpjs/*` ships no types; this declares the little that is used of it. */
declare module "@nlpjs/basic" {
  export class StopwordsEn {
    dictionary: Record<string, unknown>;
  }
  export class StemmerEn {
    cache: Record<string, string>;
    stemWord(word: string): string;
  }
  interface NetworkJson {
    readonly settings: object;
    readonly features?: readonly string[];
    readonly intents?: readonly string[];
    readonly perceptrons?: readonly (readonly number[])[];
  }
  export interface NeuralNlu {
    readonly settings: Record<string, unknown>;
    readonly neuralNetwork: {
      run(input: Record<string, number>): Record<string, number> | undefined;
      toJSON(): NetworkJson;
    };
    innerTrain(input: {
      readonly corpus: readonly { input: Record<string, number>; output: Record<string, number> }[];
      readonly settings: object;
    }): Promise<unknown>;
    fromJSON(json: {
      readonly settings: object;
      readonly intents: object;
      readonly neuralNetwork: NetworkJson;
    }): void;
  }
  export class Container {
    registerConfiguration(tag: string, configuration: object, overwrite: boolean): void;
    get(name: "NeuralNlu", settings: { readonly locale: string }): NeuralNlu;
  }
  export class Nlp {
    constructor(settings: {
      readonly container: Container;
      readonly autoLoad: boolean;
      readonly autoSave: boolean;
    });
  }
}
declare module "@nlpjs/lang-es" {
  export class StopwordsEs {
    dictionary: Record<string, unknown>;
  }
  export class StemmerEs {
    cache: Record<string, string>;
    stemWord(word: string): string;
  }
}
declare module "@nlpjs/lang-pt" {
  export class StopwordsPt {
    dictionary: Record<string, unknown>;
  }
  export class StemmerPt {
    cache: Record<string, string>;
    stemWord(word: string): string;
  }
}
