export { type ImportCommand, runImportCommand } from "./command.js";
export {
  FolderUnreadableError,
  type ImportReport,
  type ImportTreeOptions,
  importTree,
  type NotTaken,
} from "./import-tree.js";
