import { experienceAreas } from "../../../domain/experience-areas.ts";
import type { CredentialLevel } from "../../../domain/finding.ts";
import { qualificationLevels } from "../../../domain/ladder.ts";
import type { Credential, Experience, Passport } from "../../../domain/passport.ts";
import { levelToShow, periodToShow, placeToShow, titleToShow } from "../../../domain/told-lines.ts";
import { element } from "../../chat/client/dom.ts";
import { inLanguage, type PageSpeech } from "../../chat/client/words.ts";
import { papersOf } from "./evidence.ts";
import type { Field, PanelTools } from "./panel.ts";

const maxLine = 300;
const maxOwnText = 600;

function section(id: string, title: string, hint: string | null, items: readonly HTMLElement[]): HTMLElement | null {
  if (items.length === 0) return null;
  return element(
    "section",
    { "aria-labelledby": `${id}-heading` },
    element("h3", { id: `${id}-heading`, tabindex: -1 }, title),
    hint === null ? null : element("p", { class: "hint" }, hint),
    element("ul", { class: "rows" }, ...items),
  );
}

function line(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(", ");
}

function removeButton(name: string, action: object, tools: PanelTools): HTMLElement {
  const label = `${tools.speech.say("passport.remove")}: ${name}`;
  return element(
    "button",
    { type: "button", class: "quiet", "aria-label": label, click: () => void tools.remove(name, action) },
    tools.speech.say("passport.remove"),
  );
}

/** An emptied box means: not known. */
const orNull = (value: string | undefined): string | null => (value === undefined || value === "" ? null : value);

function experience(each: Experience, tools: PanelTools): HTMLElement {
  const { speech, act, disclose, form } = tools;
  const field = (name: "title" | "organisation" | "start" | "end"): Field => ({
    name,
    label: speech.say(`passport.${name}`),
    value: each[name] ?? "",
    maxLength: maxLine,
    needed: name === "title",
    isShort: name === "start" || name === "end",
  });
  const area: Field = {
    name: "area",
    label: speech.say("passport.area"),
    value: each.area,
    maxLength: 0,
    needed: true,
    choices: [...new Set([...experienceAreas, each.area])].map((one) => [one, speech.say(`area.${one}`)] as const),
  };
  const edit = form(`experience-${each.id}`, [field("title"), field("organisation"), field("start"), field("end"), area], (values) => {
    const isMoved = values["area"] !== each.area;
    const changes = {
      title: values["title"],
      organisation: orNull(values["organisation"]),
      start: orNull(values["start"]),
      end: orNull(values["end"]),
      ...(isMoved ? { area: values["area"] } : {}),
    };
    const told = isMoved ? speech.say("passport.moved_to", { name: values["title"] ?? "", area: speech.say(`area.${values["area"]}`) }) : undefined;
    const closes = isMoved ? `edit-${each.id}` : null;
    return act({ action: "edit_experience", experienceId: each.id, changes }, told, { keepTyped: true, closes });
  });
  return element(
    "li",
    {},
    element("p", { class: "kind" }, speech.say(`area.${each.area}`)),
    element("p", { class: "row-title" }, titleToShow(each.title)),
    element(
      "p",
      { class: "row-detail" },
      line([placeToShow(each), periodToShow(each), each.summary, each.noSkills ? speech.say("passport.no_skills") : null]),
    ),
    disclose(
      `edit-${each.id}`,
      speech.say("passport.change"),
      edit,
      removeButton(titleToShow(each.title), { action: "erase_experience", experienceId: each.id }, tools),
    ),
  );
}

const toldLevel = "told";

function isFramework(scheme: string): scheme is keyof typeof qualificationLevels {
  return scheme in qualificationLevels;
}

/** The level of a qualification in one of the frameworks, each with its own levels, or as it was told: never read off one another. */
function levelField({ level }: Credential, speech: PageSpeech): Field {
  const isNamed = level !== null && isFramework(level.scheme);
  const told = level !== null && !isNamed ? [[toldLevel, speech.say("passport.level_as_told", { level: level.value })] as const] : [];
  const framed = (["NLQF", "EQF"] as const).flatMap((scheme) =>
    qualificationLevels[scheme].map((value) => [`${scheme} ${value}`, `${scheme} ${value}`] as const),
  );
  return {
    name: "level",
    label: speech.say("passport.qualification_level"),
    value: isNamed ? `${level.scheme} ${level.value}` : told.length > 0 ? toldLevel : "",
    maxLength: 0,
    needed: false,
    choices: [["", speech.say("passport.level_unknown")], ...told, ...framed],
  };
}

function levelChange(chosen: string): { readonly level?: CredentialLevel | null } {
  if (chosen === toldLevel) return {};
  const [scheme, value] = chosen.split(" ");
  return { level: scheme === undefined || value === undefined ? null : { scheme, value } };
}

function credential(each: Credential, tools: PanelTools): HTMLElement {
  const { speech, act, disclose, form } = tools;
  const field = (name: "title" | "institution" | "date"): Field => ({
    name,
    label: speech.say(`passport.${name}`),
    value: each[name] ?? "",
    maxLength: maxLine,
    needed: name === "title",
  });
  const edit = form(`credential-${each.id}`, [field("title"), field("institution"), field("date"), levelField(each, speech)], (values) =>
    act({
      action: "edit_credential",
      credentialId: each.id,
      changes: {
        title: values["title"],
        institution: orNull(values["institution"]),
        date: orNull(values["date"]),
        ...levelChange(values["level"] ?? toldLevel),
      },
    }),
  );
  return element(
    "li",
    {},
    element("p", { class: "row-title" }, titleToShow(each.title)),
    element(
      "p",
      { class: "row-detail" },
      line([each.institution, each.date, levelToShow(each), each.finished === false ? speech.say("passport.not_finished") : null]),
    ),
    papersOf(each, titleToShow(each.title), tools),
    disclose(
      `edit-${each.id}`,
      speech.say("passport.change"),
      edit,
      removeButton(titleToShow(each.title), { action: "erase_credential", credentialId: each.id }, tools),
    ),
  );
}

/** Everything in the passport beside skills: what waits, experiences, diplomas, what I want, who I am. */
export function restOfPassport(passport: Passport, tools: PanelTools): readonly (HTMLElement | null)[] {
  const { speech } = tools;
  const waiting = passport.offers.filter((offer) => offer.state === "later" || offer.state === "waiting");
  const offerName = (offer: Passport["offers"][number]) =>
    offer.concept ? (offer.concept.headline[speech.language] ?? inLanguage(offer.concept.label, speech.language)) : (offer.ownLabel ?? "");
  const said = (id: string, kind: string | null, text: string, edited: (text: string) => object, removed: object) => {
    const field: Field = { name: "text", label: speech.say("passport.reword"), value: text, maxLength: maxOwnText, needed: true, isLong: true };
    const edit = tools.form(`said-${id}`, [field], (values) => tools.act(edited(values["text"] ?? text)));
    return element(
      "li",
      { id: `said-${id}` },
      kind === null ? null : element("p", { class: "kind" }, kind),
      element("p", { class: "row-title" }, text),
      tools.disclose(`edit-${id}`, speech.say("passport.change"), edit, removeButton(text, removed, tools)),
    );
  };
  return [
    section(
      "waiting",
      speech.say("passport.waiting"),
      speech.say("passport.waiting_hint"),
      waiting.map((offer) =>
        element(
          "li",
          {},
          element("p", { class: "row-title" }, offerName(offer)),
          element("p", { class: "quote" }, element("q", {}, offer.evidence.quote)),
        ),
      ),
    ),
    section(
      "experiences",
      speech.say("passport.experiences"),
      null,
      passport.experiences.map((each) => experience(each, tools)),
    ),
    section(
      "credentials",
      speech.say("passport.credentials"),
      null,
      passport.credentials.map((each) => credential(each, tools)),
    ),
    section(
      "wants",
      speech.say("passport.wants"),
      null,
      passport.wants.map((each) =>
        said(each.id, speech.say(`passport.${each.kind}`), each.text, (text) => ({ action: "edit_want", wantId: each.id, text }), {
          action: "erase_want",
          wantId: each.id,
        }),
      ),
    ),
    section(
      "who",
      speech.say("passport.who"),
      null,
      passport.who.map((each) =>
        said(each.id, null, each.text, (text) => ({ action: "edit_who", whoId: each.id, text }), { action: "erase_who", whoId: each.id }),
      ),
    ),
  ];
}
