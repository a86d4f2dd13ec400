export {
  defaultMapping,
  type FilledInteraction,
  fillInteraction,
  type MappingSource,
} from "./fill-interaction.js";
export { createInteractions, type Interactions } from "./interactions.js";
