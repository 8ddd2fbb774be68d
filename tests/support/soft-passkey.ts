import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();
const url64 = (bytes: Buffer) => bytes.toString("base64url");

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** CBOR of a string of bytes of 24 to 255. */
const cborBytes = (bytes: Buffer) => Buffer.concat([Buffer.from([0x58, bytes.length]), bytes]);
const cborText = (text: string) => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);

/** An authenticator of one passkey (ES256, no attestation), as browsers pass on what it says. */
export function softPasskey(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const credentialId = randomBytes(32);
  const id = url64(credentialId);
  let counter = 0;

  // What an authenticator says first: where, that somebody was there and known (and here: a key), and how often it was used.
  const said = (flags: number) => Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags]), uint32((counter += 1))]);
  const clientData = (type: string, challenge: string) => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const answer = (response: object) => ({ id, rawId: id, type: "public-key", clientExtensionResults: {}, response });

  return {
    /** Answers what `begin` of making one gave. */
    make(options: { readonly challenge: string }) {
      const cose = [Buffer.from("a5010203262001", "hex"), Buffer.from([0x21]), cborBytes(Buffer.from(x, "base64url")), Buffer.from([0x22])];
      const key = Buffer.concat([...cose, cborBytes(Buffer.from(y, "base64url"))]);
      const authData = Buffer.concat([said(0x45), Buffer.alloc(16), Buffer.from([0, credentialId.length]), credentialId, key]);
      const attestation = [cborText("fmt"), cborText("none"), cborText("attStmt"), Buffer.from([0xa0]), cborText("authData"), cborBytes(authData)];
      const attestationObject = Buffer.concat([Buffer.from([0xa3]), ...attestation]);
      return answer({
        clientDataJSON: url64(clientData("webauthn.create", options.challenge)),
        attestationObject: url64(attestationObject),
        transports: ["internal"],
      });
    },
    /** Answers what `begin` of signing in gave. */
    use(options: { readonly challenge: string }) {
      const client = clientData("webauthn.get", options.challenge);
      const authenticatorData = said(0x05);
      const signature = sign("sha256", Buffer.concat([authenticatorData, sha256(client)]), privateKey);
      return answer({ clientDataJSON: url64(client), authenticatorData: url64(authenticatorData), signature: url64(signature) });
    },
  };
}
