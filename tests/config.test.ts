import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { configurationNames, loadConfig, readConfig } from "../src/config.ts";
import { InvalidConfigurationError } from "../src/domain/errors.ts";

const example = parseEnv(readFileSync(new URL("../.env.example", import.meta.url), "utf8"));

function refusal(variables: Record<string, string>): string {
  try {
    loadConfig(variables);
  } catch (error) {
    if (error instanceof InvalidConfigurationError) return error.message;
    throw error;
  }
  return "nothing was refused";
}

describe(".env.example", () => {
  test("names every setting, and nothing else", () => {
    expect(Object.keys(example).sort()).toEqual([...configurationNames].sort());
  });

  test("says the defaults as they are", () => {
    expect(loadConfig(example)).toEqual(loadConfig({}));
  });
});

describe("a setting that is left blank", () => {
  test.for(["", "  ", "\t"])("%j counts as not set, for every name", (blank) => {
    expect(loadConfig(Object.fromEntries(configurationNames.map((name) => [name, blank])))).toEqual(loadConfig({}));
  });

  test("leaves no space or line end around a value that is set", () => {
    expect(loadConfig({ QDRANT_URL: "http://127.0.0.1:6333\n", QDRANT_API_KEY: " k " }).qdrant).toEqual({
      url: "http://127.0.0.1:6333",
      apiKey: "k",
    });
  });

  test("does not make the port 0", () => {
    expect(loadConfig({ PORT: "" }).port).toBe(3978);
  });
});

describe("a setting that cannot be used", () => {
  test.for([
    { name: "PORT", value: "seven-hundred" },
    { name: "PORT", value: "70000" },
    { name: "PUBLIC_URL", value: "ftp://chat.hidden.example" },
    { name: "DATABASE_URL", value: "mysql://app:hunter2@db.hidden.example/x" },
    { name: "QDRANT_URL", value: "hidden-qdrant" },
    { name: "LLM_MODEL", value: "hidden-model" },
    { name: "LLM_TIMEOUT_MS", value: "99999999" },
    { name: "OPENAI_BASE_URL", value: "hidden/v1" },
    { name: "AZURE_OPENAI_ENDPOINT", value: "hidden.azure" },
    { name: "OLLAMA_BASE_URL", value: "hidden:11434x" },
    { name: "MICROSOFT_APP_TYPE", value: "HiddenTenant" },
    { name: "FORM_OF_ADDRESS", value: "gij-hidden" },
    { name: "LOG_LEVEL", value: "hidden-debug" },
  ])("$name is named, without what it held ($value)", ({ name, value }) => {
    const message = refusal({ [name]: value });
    expect(message).toContain(name);
    expect(message).toContain(".env.example");
    expect(message).not.toContain(value);
    expect(message).not.toMatch(/hidden|hunter2/i);
  });

  test("is named together with the others, and with what is lacking beside them", () => {
    expect(refusal({ PORT: "x", LOG_LEVEL: "y", FORM_OF_ADDRESS: "z", LLM_MODEL: "openai:m" })).toMatch(
      /PORT.*FORM_OF_ADDRESS.*LOG_LEVEL.*OPENAI_API_KEY/,
    );
  });

  test.for([
    { name: "PORT", value: "3.5", instead: "a whole number from 0 to 65535" },
    { name: "LLM_TIMEOUT_MS", value: "8s", instead: "a whole number from 500 to 60000 (milliseconds)" },
    { name: "PUBLIC_URL", value: "chat.example", instead: "a whole address that begins with https:// or http://" },
    { name: "DATABASE_URL", value: "./passports.db", instead: "postgres:// or postgresql://" },
    { name: "LLM_MODEL", value: "gpt", instead: "openai:…, azure_openai:… or ollama:…" },
    { name: "FORM_OF_ADDRESS", value: "jij", instead: "one of je, u" },
  ])("$name=$value: what to write instead is said once", ({ name, value, instead }) => {
    expect(refusal({ [name]: value }).split(instead)).toHaveLength(2);
  });

  test.for([
    { set: { LLM_MODEL: "openai:some-model" }, lacks: "OPENAI_API_KEY" },
    { set: { LLM_MODEL: "azure_openai:some-model", AZURE_OPENAI_API_KEY: "k-hidden" }, lacks: "AZURE_OPENAI_ENDPOINT" },
    { set: { EMBEDDINGS: "openai:some-model" }, lacks: "OPENAI_API_KEY" },
    { set: { LLM_MODEL: "elsewhere:hidden" }, lacks: "LLM_MODEL" },
    { set: { MICROSOFT_APP_ID: "id-hidden", MICROSOFT_APP_TENANT_ID: "t-hidden" }, lacks: "MICROSOFT_APP_PASSWORD" },
    { set: { MICROSOFT_APP_ID: "id-hidden", MICROSOFT_APP_PASSWORD: "p-hidden" }, lacks: "MICROSOFT_APP_TENANT_ID" },
    { set: { MICROSOFT_APP_ID: "id-hidden", MICROSOFT_APP_TYPE: "UserAssignedMSI" }, lacks: "MICROSOFT_APP_TENANT_ID" },
    { set: { MICROSOFT_APP_ID: "id-hidden", MICROSOFT_APP_TYPE: "Hidden-type" }, lacks: "MICROSOFT_APP_PASSWORD" },
  ])("$set: what is lacking is named", ({ set, lacks }) => {
    const message = refusal(set);
    expect(message).toContain(lacks);
    expect(message).not.toMatch(/hidden/i);
  });
});

describe("prices of models", () => {
  test("are for a million tokens in and out, by model; names may hold colons, slashes and dots", () => {
    const { prices } = loadConfig({ LLM_PRICES: "openai:gpt-4.1-mini=0.40/1.60, ollama:org/model:8b=0/0", LLM_CURRENCY: "USD" });
    expect(prices.currency).toBe("USD");
    expect([...prices.byModel]).toEqual([
      ["openai:gpt-4.1-mini", { input: 0.4, output: 1.6 }],
      ["ollama:org/model:8b", { input: 0, output: 0 }],
    ]);
  });
  test("there are none unless they are set", () => {
    expect(loadConfig({}).prices).toEqual({ currency: "EUR", byModel: new Map() });
  });
  test.for(["openai:m", "openai:m=1", "openai:m=1/2;", "openai:m=-1/2", "=1/2", "openai:m=1/2, ", "openai:m=1.2.3/2"])(
    "%s cannot be used",
    (LLM_PRICES) => {
      expect(() => loadConfig({ LLM_PRICES })).toThrow(/LLM_PRICES: write model=in\/out/);
    },
  );
});

describe("who reads along", () => {
  test.for([
    { set: {}, host: undefined },
    { set: { LLM_MODEL: "openai:m", OPENAI_API_KEY: "k" }, host: "OpenAI" },
    { set: { LLM_MODEL: "openai:m", OPENAI_BASE_URL: "https://models.example:8443/v1" }, host: "models.example:8443" },
    { set: { LLM_MODEL: "azure_openai:m", AZURE_OPENAI_API_KEY: "k", AZURE_OPENAI_ENDPOINT: "https://ours.example" }, host: "ours.example" },
    { set: { LLM_MODEL: "ollama:m" }, host: "127.0.0.1:11434" },
  ])("$set: $host", ({ set, host }) => {
    expect(loadConfig(set).model?.host).toBe(host);
  });
});

describe("the order of sources", () => {
  test("overrides win over the environment, which wins over the file", () => {
    const directory = mkdtempSync(join(tmpdir(), "skillsgesprek-config-"));
    const before = process.env["OPERATOR_NAME"];
    onTestFinished(() => {
      rmSync(directory, { recursive: true });
      if (before === undefined) delete process.env["OPERATOR_NAME"];
      else process.env["OPERATOR_NAME"] = before;
    });
    const path = join(directory, ".env");
    writeFileSync(path, "OPERATOR_NAME=from the file\n");
    delete process.env["OPERATOR_NAME"];
    expect(readConfig(path).operatorName).toBe("from the file");
    process.env["OPERATOR_NAME"] = "from the environment";
    expect(readConfig(path).operatorName).toBe("from the environment");
    expect(readConfig(path, { OPERATOR_NAME: "from the command" }).operatorName).toBe("from the command");
  });
});
