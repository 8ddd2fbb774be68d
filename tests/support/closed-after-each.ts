import { afterEach } from "vitest";

/** Starts things that are closed again after the test in which they were started. */
export function closedAfterEach<Options, Started extends { close(): Promise<void> }>(
  start: (options?: Options) => Promise<Started>,
): (options?: Options) => Promise<Started> {
  const running: Started[] = [];
  afterEach(async () => {
    for (const each of running.splice(0)) await each.close();
  });
  return async (options) => {
    const started = await start(options);
    running.push(started);
    return started;
  };
}
