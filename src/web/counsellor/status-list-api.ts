import type { Request, Response, Server } from "restify";
import { z } from "zod";
import { RefusalError } from "../../domain/refusals.ts";
import type { StatusLists } from "../../review/status-lists.ts";

/** Up to the DID of an organisation, and the number of a list. */
export const statusListPath = "/endorsement-status/";

const Named = z.object({ did: z.string(), number: z.string().regex(/^[1-9]\d{0,5}$/) });

/** `GET /endorsement-status/:did/:number`: a signed list of what an organisation withdrew, for whoever has a copy of an endorsement. The same
 *  for everybody: it tells of places in a list, and of nobody. */
export function registerStatusListApi(server: Server, statusLists: Pick<StatusLists, "signedList">): void {
  server.get(`${statusListPath}:did/:number`, async (request: Request, response: Response) => {
    const { did, number } = Named.safeParse(request.params).data ?? {};
    const list = did !== undefined && number !== undefined ? await statusLists.signedList(did, number) : undefined;
    if (!list) throw new RefusalError("not_found", "There is no such list");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    response.setHeader("Cache-Control", "public, max-age=300");
    response.send(200, list);
  });
}
