import { z } from "zod";

/** Somebody who reviews passports for an organisation, as holders get to see them. */
export const Counsellor = z.object({
  id: z.string(),
  name: z.string(),
  /** Such as "loopbaanbegeleider". */
  role: z.string(),
  organisation: z.string(),
});
export type Counsellor = z.infer<typeof Counsellor>;
