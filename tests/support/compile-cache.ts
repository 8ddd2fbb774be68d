import { fileURLToPath } from "node:url";

/** For the environment of a process that a test starts: where Node keeps what it made of our sources, so that the next one need not read
 *  them all again. It goes by their content: what was edited is read anew. */
export const compileCache = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL("../../node_modules/.cache/skillsgesprek/compiled", import.meta.url)),
};
