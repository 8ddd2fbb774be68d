/** The text box: Enter sends, Shift and Enter make a new line, and it grows with what is in it. */
export function setUpComposer(form: HTMLFormElement, input: HTMLTextAreaElement, onText: (text: string) => void): void {
  function grow(): void {
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight + 2}px`;
  }
  function submit(): void {
    const text = input.value.trim();
    if (text === "") return input.focus();
    input.value = "";
    grow();
    onText(text);
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  input.addEventListener("input", grow);
}
