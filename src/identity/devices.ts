import { z } from "zod";

/** What kind of device a session is on: enough for its owner to know it again, and no more than that is kept. */
export const DeviceKind = z.enum(["android", "iphone", "ipad", "windows", "mac", "linux", "other"]);
export type DeviceKind = z.infer<typeof DeviceKind>;

const marks: readonly (readonly [RegExp, DeviceKind])[] = [
  [/iPhone|iPod/, "iphone"],
  [/iPad/, "ipad"],
  [/Android/, "android"],
  [/Windows/, "windows"],
  [/Macintosh|Mac OS X/, "mac"],
  [/Linux|CrOS/, "linux"],
];

/** @param userAgent the header of that name; what it says beyond this is thrown away */
export function deviceKind(userAgent: string | undefined): DeviceKind {
  return marks.find(([mark]) => mark.test(userAgent ?? ""))?.[1] ?? "other";
}
