import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { callApi } from "../../chat/client/api.ts";

type CreationOptions = Parameters<typeof startRegistration>[0]["optionsJSON"];
type RequestOptions = Parameters<typeof startAuthentication>[0]["optionsJSON"];

/** Makes a passkey on this device. Throws when the person stops, or the server refuses. */
export async function makePasskey(): Promise<void> {
  const optionsJSON = (await callApi("POST", "/api/passkeys/begin", {})) as CreationOptions;
  await callApi("POST", "/api/passkeys", { response: await startRegistration({ optionsJSON }) });
}

/** Lets this device in with a passkey. @param instead true: what is on this device now may go off it */
export async function signIn(instead: boolean): Promise<void> {
  const optionsJSON = (await callApi("POST", "/api/sign-in/begin", {})) as RequestOptions;
  const response = await startAuthentication({ optionsJSON });
  await callApi("POST", "/api/sign-in/finish", { response, instead });
}
