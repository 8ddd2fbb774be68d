import { z } from "zod";
import type { TestApplication } from "./application.ts";
import type { TalkingVisitor } from "./talking-visitor.ts";

/** Something with several skills in it, one of them for the scripted model. */
export const story = "Ik reed op een heftruck in een groot magazijn. Ik telde de voorraad.";

export const originOf = (app: TestApplication) => app.url.replace(/\/$/, "");

/** What `/readyz` says. */
export async function readinessOf(app: TestApplication): Promise<unknown> {
  return (await fetch(`${originOf(app)}/readyz`)).json();
}

const Claims = z.object({ claims: z.array(z.unknown()) });
export async function claimsOf(person: TalkingVisitor): Promise<number> {
  return Claims.parse(JSON.parse((await person.api("GET", "/api/passport")).text)).claims.length;
}
