import type { Claim, ClaimFile } from "../../../domain/passport.ts";
import { element } from "../../chat/client/dom.ts";
import { sizeOf } from "./file-size.ts";
import type { PanelTools } from "./panel.ts";

const maxBytes = 10 * 1024 * 1024;

/** What the server's answers mean to people; anything else: it did not work now. */
const refusals: Readonly<Record<number, string>> = { 413: "too_large", 415: "unsupported", 422: "unreadable", 409: "too_many", 429: "busy" };

async function send(claimId: string, file: File): Promise<{ readonly answer: unknown } | { readonly refused: string }> {
  if (file.size > maxBytes) return { refused: "too_large" };
  const form = new FormData();
  form.append("file", file, file.name);
  try {
    const path = `/api/passport/claims/${encodeURIComponent(claimId)}/files`;
    const response = await fetch(path, { method: "POST", credentials: "same-origin", headers: { "X-Skillsgesprek": "1" }, body: form });
    return response.ok ? { answer: await response.json() } : { refused: refusals[response.status] ?? "failed" };
  } catch {
    return { refused: "failed" };
  }
}

function fileRow(claim: Claim, file: ClaimFile, tools: PanelTools): HTMLElement {
  const { speech } = tools;
  const remove = element(
    "button",
    {
      type: "button",
      class: "quiet",
      "aria-label": `${speech.say("passport.remove")}: ${file.name}`,
      click: () => void tools.remove(file.name, { action: "remove_file", claimId: claim.id, fileId: file.id }),
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

/** The files of a skill: to take along, to remove, and one more. */
export function evidenceOf(claim: Claim, name: string, tools: PanelTools): HTMLElement {
  const { speech } = tools;
  const files = claim.files ?? [];
  const title = files.length === 0 ? speech.say("evidence.heading") : speech.say("evidence.heading_count", { count: files.length });
  return tools.discloseLazily(`evidence-${claim.id}`, title, () => {
    const status = element("p", { role: "status", class: "evidence-status" });
    const input = element("input", {
      type: "file",
      id: `file-${claim.id}`,
      accept: "application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png",
      "aria-label": speech.say("evidence.add_name", { name }),
      "aria-describedby": `file-hint-${claim.id}`,
    });
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      if (!file) return;
      status.textContent = speech.say("evidence.sending");
      input.disabled = true;
      void send(claim.id, file).then((sent) => {
        input.disabled = false;
        input.value = "";
        if ("refused" in sent) status.textContent = speech.say(`evidence.${sent.refused}`);
        else tools.replace(sent.answer, speech.say("evidence.added"));
      });
    });
    return [
      files.length === 0 ? null : element("ul", { class: "files" }, ...files.map((file) => fileRow(claim, file, tools))),
      element("label", { class: "file", for: input.id }, input, element("span", { "aria-hidden": "true" }, speech.say("evidence.add"))),
      status,
      element("p", { class: "hint", id: `file-hint-${claim.id}` }, `${speech.say("evidence.hint")} ${speech.say("evidence.private")}`),
    ];
  });
}
