import { el } from "./dom.ts";
import { word } from "./words.ts";

const svg = "http://www.w3.org/2000/svg";
const shapes = { listen: "M4 9v6h4l5 5V4L8 9H4zm12.5 3a4.5 4.5 0 0 0-2.5-4v8a4.5 4.5 0 0 0 2.5-4z", stop: "M6 6h12v12H6z" } as const;

function icon(name: keyof typeof shapes): SVGElement {
  const drawing = document.createElementNS(svg, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg, "path");
  path.setAttribute("d", shapes[name]);
  path.setAttribute("fill", "currentColor");
  drawing.append(path);
  return drawing;
}

/** A button that reads a message aloud with the device's own voice; null where there is no voice for the language. */
export function listenButton(text: string, language: string): HTMLButtonElement | null {
  if (!("speechSynthesis" in globalThis)) return null;
  const label = (busy: boolean) => word(busy ? "chat.listen_stop" : "chat.listen");
  const button = el("button", { type: "button", class: "listen", "aria-label": label(false) }, icon("listen"));
  let speaking = false;
  const rest = () => {
    speaking = false;
    button.replaceChildren(icon("listen"));
    button.setAttribute("aria-label", label(false));
  };
  button.addEventListener("click", () => {
    const stop = speaking;
    speechSynthesis.cancel();
    rest();
    if (stop) return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language === "en" ? "en-GB" : "nl-NL";
    const voice = speechSynthesis.getVoices().find((each) => each.lang.toLowerCase().startsWith(language));
    if (voice) utterance.voice = voice;
    utterance.rate = 0.95;
    utterance.addEventListener("end", rest);
    utterance.addEventListener("error", rest);
    speaking = true;
    button.replaceChildren(icon("stop"));
    button.setAttribute("aria-label", label(true));
    speechSynthesis.speak(utterance);
  });
  return button;
}
