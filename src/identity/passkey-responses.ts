import { z } from "zod";

/** Where the page stands, as browsers and authenticators name it. */
export interface PasskeyPlace {
  /** `https://host`. */
  readonly origin: string;
}

const Base64Url = z.string().min(1).max(20_000);
const KeyResponse = z.looseObject({
  id: Base64Url,
  rawId: Base64Url,
  type: z.literal("public-key"),
  response: z.looseObject({ clientDataJSON: Base64Url }),
  clientExtensionResults: z.looseObject({}).default({}),
});

/** What a browser sends once a passkey was made: as far as it is looked at before the library does. */
export const MadeKey = KeyResponse.extend({ response: z.looseObject({ clientDataJSON: Base64Url, attestationObject: Base64Url }) });

/** What it sends once one was used. */
export const UsedKey = KeyResponse.extend({
  response: z.looseObject({ clientDataJSON: Base64Url, authenticatorData: Base64Url, signature: Base64Url }),
});

const ClientData = z.object({ challenge: z.string().max(200) });

/** The challenge that was answered; "" where none can be read. */
export function challengeIn(clientDataJson: string): string {
  try {
    return ClientData.parse(JSON.parse(Buffer.from(clientDataJson, "base64url").toString("utf8"))).challenge;
  } catch {
    return "";
  }
}

/** What has to be true of an answer given at this place. */
export function expectedAt({ origin }: PasskeyPlace) {
  return { expectedOrigin: origin, expectedRPID: new URL(origin).hostname, requireUserVerification: true };
}
