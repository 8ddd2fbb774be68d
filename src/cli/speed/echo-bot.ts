import type { AddressInfo } from "node:net";
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import restify from "restify";
import { z } from "zod";

const Body = z.record(z.string(), z.unknown());
const asRecord = (body: unknown) => Body.parse(body);

/** The least that a bot can be: botbuilder's adapter, restify, and what was said said back. To measure against. @returns its port */
export async function startEchoBot(): Promise<number> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post("/api/messages", async (request: restify.Request, response: restify.Response) => {
    const { body, headers, method = "POST" } = request;
    await adapter.process({ body: asRecord(body), headers, method }, response, async (context) => {
      await context.sendActivity(`Echo: ${context.activity.text}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo = server.address();
  return address.port;
}
