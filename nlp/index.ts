export { type BuiltInIntent, builtInIntents } from "./corpus/built-in.js";
export { builtInExamples } from "./corpus/index.js";
export { createNameFinder, type DeskNames, type FindDeskNames } from "./desk-names.js";
export { type Entities, findEntities } from "./entities.js";
export { type Example, outOfScopeIntent } from "./examples.js";
export { createLanguageDetector, type DetectedLanguage, type DetectLanguage } from "./language/detect.js";
export { createFillers, type IsFiller } from "./language/fillers.js";
export { createStemmer, type Stemmer } from "./language/stems.js";
export { fold, toWords } from "./language/words.js";
export {
  type Candidate,
  createRecognizer,
  type ModelCache,
  type Recognition,
  type Recognizer,
  type RecognizerOptions,
} from "./recognizer.js";
export { modelHash } from "./snapshot.js";
export { createTrainer, type Train } from "./train.js";
export { createWorkerTrainer } from "./train-in-worker.js";
