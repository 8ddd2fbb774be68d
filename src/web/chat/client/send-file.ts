import { documentLimits } from "../../../domain/document-limits.ts";
import { element } from "./dom.ts";
import type { PageSpeech } from "./words.ts";

/** What a file chooser shows first; what a file is, the server sees by itself. */
const accepted =
  ".pdf,.docx,.txt,.csv,.json,application/pdf,text/plain,text/csv,application/json,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export interface FileSenderOptions {
  /** Each opens the chooser; there may be more than one on the page. */
  readonly buttons: readonly HTMLButtonElement[];
  /** Says what is wrong with a file that is not sent. */
  readonly tell: (line: string) => void;
  readonly speech: PageSpeech;
  readonly onFile: (file: File) => void;
}

/** Lets somebody choose a file to send along. One that the server would not take is told of at once, and does not travel.
 *  @returns what opens the chooser */
export function setUpFileSender({ buttons, tell, speech, onFile }: FileSenderOptions): () => void {
  const chooser = element("input", { type: "file", accept: accepted, hidden: true, "aria-hidden": "true", tabindex: -1 });
  document.body.append(chooser);
  function choose(): void {
    tell("");
    chooser.click();
  }
  for (const button of buttons) button.addEventListener("click", choose);
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    chooser.value = "";
    if (!file) return;
    if (file.size === 0) return tell(speech.say("file.empty"));
    if (file.size > documentLimits.maxBytes) return tell(speech.say("file.too_large", { mb: Math.floor(documentLimits.maxBytes / 1024 / 1024) }));
    onFile(file);
  });
  return choose;
}
