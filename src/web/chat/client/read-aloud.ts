import { element, icon, icons } from "./dom.ts";
import type { Language, PageSpeech } from "./words.ts";

const speaker: SpeechSynthesis | null = "speechSynthesis" in window ? window.speechSynthesis : null;

function voiceFor(language: Language): SpeechSynthesisVoice | undefined {
  const voices = speaker?.getVoices().filter((voice) => voice.lang.toLowerCase().startsWith(language)) ?? [];
  return voices.find((voice) => voice.localService) ?? voices[0];
}

let silence = () => {};

/** Reads messages with the device's own voice. */
export function stopReading(): void {
  silence();
  speaker?.cancel();
}

/** A button that reads a text aloud, and stops again; not shown where the device has no voice for the language. */
export function readAloudButton(text: () => string, language: Language, speech: PageSpeech): HTMLButtonElement {
  const label = element("span", {}, speech.say("chat.listen"));
  const button = element("button", { type: "button", class: "listen", hidden: !voiceFor(language) }, icon(icons.speaker), label);
  let reading = false;

  function show(now: boolean): void {
    reading = now;
    button.classList.toggle("reading", now);
    label.textContent = speech.say(now ? "chat.listen_stop" : "chat.listen");
    button.firstElementChild?.replaceWith(icon(now ? icons.stop : icons.speaker));
  }

  button.addEventListener("click", () => {
    const wasReading = reading;
    stopReading();
    if (wasReading || !speaker) return;
    const utterance = new SpeechSynthesisUtterance(text());
    const voice = voiceFor(language);
    if (voice) utterance.voice = voice;
    utterance.lang = voice?.lang ?? language;
    utterance.rate = 0.95;
    utterance.onend = utterance.onerror = () => show(false);
    silence = () => show(false);
    show(true);
    speaker.speak(utterance);
  });
  // Devices find their voices late.
  speaker?.addEventListener?.("voiceschanged", () => (button.hidden = !voiceFor(language)));
  speech.onChange(() => show(reading));
  return button;
}
