/**
 * Keeps the ONNX runtime from writing down an id of this machine and sending reports of its use to its makers, which it does from
 * version 1.29 on. To be called on the main thread before anything is opened: in other threads the environment is a copy.
 * `tests/grounding/quiet-runtime.test.ts` sees whether it still helps.
 */
export function keepRuntimeQuiet(): void {
  // oxlint-disable-next-line node/no-process-env -- nothing is read: the runtime takes no other word for it
  process.env["ORT_DISABLE_TELEMETRY"] = "1";
}
