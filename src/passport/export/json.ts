import { passportJson } from "../passport-json.ts";
import { type Exporter, textFile } from "./exporter.ts";

/** passport.json: all of it, hidden skills and history too, whatever the view. It is what another installation reads. */
export const exportJson: Exporter = async ({ passport }) => textFile(passportJson(passport), "application/json", "json");
