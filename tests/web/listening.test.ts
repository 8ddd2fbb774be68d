import { describe, expect, test } from "vitest";
import { InvalidConfigurationError } from "../../src/domain/errors.ts";
import { assertSafeToListen, mayServeEmulator } from "../../src/web/listening.ts";

const publicUrl = new URL("https://skills.example");

describe("where the server may listen", () => {
  test.for([
    { host: "127.0.0.1", microsoftAppId: null, publicUrl: null },
    { host: "localhost", microsoftAppId: null, publicUrl },
    { host: "::1", microsoftAppId: null, publicUrl: null },
    { host: "0.0.0.0", microsoftAppId: "app", publicUrl },
  ])("$host with app id $microsoftAppId: it may", (config) => {
    expect(() => assertSafeToListen(config)).not.toThrow();
  });

  test.for([
    { host: "0.0.0.0", microsoftAppId: null, publicUrl, names: "MICROSOFT_APP_ID" },
    { host: "::", microsoftAppId: null, publicUrl: null, names: "MICROSOFT_APP_ID" },
    { host: "192.168.1.10", microsoftAppId: null, publicUrl, names: "MICROSOFT_APP_ID" },
    { host: "127.evil.example", microsoftAppId: null, publicUrl, names: "MICROSOFT_APP_ID" },
    { host: "0.0.0.0", microsoftAppId: "app", publicUrl: null, names: "PUBLIC_URL" },
  ])("$host with app id $microsoftAppId: it refuses and names $names", ({ names, ...config }) => {
    expect(() => assertSafeToListen(config)).toThrow(InvalidConfigurationError);
    expect(() => assertSafeToListen(config)).toThrow(names);
  });
});

test.for([
  { host: "127.0.0.1", publicUrl: null, may: true },
  { host: "127.0.0.1", publicUrl: new URL("http://localhost:3978"), may: true },
  { host: "127.0.0.1", publicUrl, may: false },
  { host: "0.0.0.0", publicUrl: null, may: false },
])("the emulator is let in without a token on $host with $publicUrl: $may", ({ may, ...config }) => {
  expect(mayServeEmulator({ ...config, microsoftAppId: null })).toBe(may);
});
