import type { Claim, ClaimFile, Credential } from "../../../domain/passport.ts";
import { element } from "../../chat/client/dom.ts";
import { sizeOf } from "./file-size.ts";
import type { PanelTools } from "./panel.ts";

const maxBytes = 10 * 1024 * 1024;

/** What the server's answers mean to people; anything else: it did not work now. */
const refusals: Readonly<Record<number, string>> = { 413: "too_large", 415: "unsupported", 422: "unreadable", 409: "too_many", 429: "busy" };

/** What files are kept with, and how they are added and taken away. */
interface FileHolder {
  readonly id: string;
  readonly name: string;
  readonly files: readonly ClaimFile[];
  readonly path: string;
  readonly removal: (fileId: string) => object;
  /** Key of what is told once one is kept, and of what says who sees it. */
  readonly added: string;
  readonly seenBy: string;
}

async function send(path: string, file: File): Promise<{ readonly answer: unknown } | { readonly refused: string }> {
  if (file.size > maxBytes) return { refused: "too_large" };
  const form = new FormData();
  form.append("file", file, file.name);
  try {
    const response = await fetch(path, { method: "POST", credentials: "same-origin", headers: { "X-Skillsgesprek": "1" }, body: form });
    return response.ok ? { answer: await response.json() } : { refused: refusals[response.status] ?? "failed" };
  } catch {
    return { refused: "failed" };
  }
}

function fileRow(holder: FileHolder, file: ClaimFile, tools: PanelTools): HTMLElement {
  const { speech } = tools;
  const remove = element(
    "button",
    {
      type: "button",
      class: "quiet",
      "aria-label": `${speech.say("passport.remove")}: ${file.name}`,
      click: () => void tools.remove(file.name, holder.removal(file.id)),
    },
    speech.say("passport.remove"),
  );
  const size = speech.say("evidence.size", { kind: file.kind.toUpperCase(), size: sizeOf(file.bytes, speech.language) });
  return element(
    "li",
    {},
    element(
      "a",
      {
        href: `/api/passport/files/${encodeURIComponent(file.id)}`,
        download: "",
        "aria-label": speech.say("evidence.download", { name: file.name }),
      },
      file.name,
    ),
    element("span", { class: "hint" }, ` ${size} `),
    remove,
  );
}

/** The files of a skill. @param name what the skill is called */
export function evidenceOf(claim: Claim, name: string, tools: PanelTools): HTMLElement {
  const { id, files = [] } = claim;
  const removal = (fileId: string) => ({ action: "remove_file", claimId: id, fileId });
  const path = `/api/passport/claims/${encodeURIComponent(id)}/files`;
  return filesPart({ id, name, files, path, removal, added: "evidence.added", seenBy: "evidence.private" }, tools);
}

/** The paper of a diploma or course. */
export function papersOf(credential: Credential, name: string, tools: PanelTools): HTMLElement {
  const { id, files = [] } = credential;
  const removal = (fileId: string) => ({ action: "remove_credential_file", credentialId: id, fileId });
  const path = `/api/passport/credentials/${encodeURIComponent(id)}/files`;
  return filesPart({ id, name, files, path, removal, added: "evidence.added_paper", seenBy: "evidence.private_paper" }, tools);
}

/** The files of something: to take along, to remove, and one more. */
function filesPart(holder: FileHolder, tools: PanelTools): HTMLElement {
  const { id, name, files, path } = holder;
  const { speech } = tools;
  const title = files.length === 0 ? speech.say("evidence.heading") : speech.say("evidence.heading_count", { count: files.length });
  return tools.discloseLazily(`evidence-${id}`, title, () => {
    const status = element("p", { role: "status", class: "evidence-status" });
    const input = element("input", {
      type: "file",
      id: `file-${id}`,
      accept: "application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png",
      "aria-label": speech.say("evidence.add_name", { name }),
      "aria-describedby": `file-hint-${id}`,
    });
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      if (!file) return;
      status.textContent = speech.say("evidence.sending");
      input.disabled = true;
      void send(path, file).then(async (sent) => {
        input.disabled = false;
        input.value = "";
        if ("refused" in sent) status.textContent = speech.say(`evidence.${sent.refused}`);
        else await tools.replace(sent.answer, speech.say(holder.added));
      });
    });
    return [
      files.length === 0 ? null : element("ul", { class: "files" }, ...files.map((file) => fileRow(holder, file, tools))),
      element("label", { class: "file", for: input.id }, input, element("span", { "aria-hidden": "true" }, speech.say("evidence.add"))),
      status,
      element("p", { class: "hint", id: `file-hint-${id}` }, `${speech.say("evidence.hint")} ${speech.say(holder.seenBy)}`),
    ];
  });
}
