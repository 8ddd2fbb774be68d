/** Writes docs/passport.schema.json from the passport's own schema. A test says when that is due. */
import { writeFileSync } from "node:fs";
import { passportJsonSchema } from "../src/passport/passport-json.ts";

const path = new URL("../docs/passport.schema.json", import.meta.url);
writeFileSync(path, passportJsonSchema());
console.error("Wrote docs/passport.schema.json");
