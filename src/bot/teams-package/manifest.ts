import type { Language } from "../../domain/language.ts";
import { accentColour } from "./app-icons.ts";

/** The newest version of Microsoft's schema that its own package carries, and that holds nothing we need to leave out. */
export const manifestVersion = "1.30";

/** What an app's manifest is made of. */
export interface AppSettings {
  /** Also the bot's id. */
  readonly appId: string;
  /** `https:`, ending in "/". */
  readonly publicUrl: URL;
  readonly operatorName: string;
  /** At most 32 characters: what Teams shows as the app's maker. */
  readonly developer: string;
  /** `1.2.3`; Teams takes an update only with a higher one. */
  readonly version: string;
  readonly privacyUrl: URL;
  readonly termsUrl: URL;
}

/** Says a key of `prompts/teams.*.yaml`, filled in. */
export type SayApp = (language: Language, key: string) => string;

export const appFiles = { manifest: "manifest.json", colour: "color.png", outline: "outline.png", english: "en.json" } as const;

const commands = ["passport", "help", "stop"] as const;

const tabPath = "teams";

/** Where the tab's page is; Teams fills in what stands between braces. */
function tabUrl({ publicUrl }: AppSettings, language: string): string {
  return `${new URL(tabPath, publicUrl).href}?locale=${language}`;
}

/** The manifest in Dutch, by Microsoft's schema for `manifestVersion`. */
export function appManifest(settings: AppSettings, say: SayApp): Readonly<Record<string, unknown>> {
  const { appId, publicUrl, developer, version, privacyUrl, termsUrl } = settings;
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`,
    manifestVersion,
    version,
    id: appId,
    developer: { name: developer, websiteUrl: publicUrl.href, privacyUrl: privacyUrl.href, termsOfUseUrl: termsUrl.href },
    name: { short: "Skillsgesprek", full: "Skillsgesprek" },
    description: { short: say("nl", "app.short"), full: say("nl", "app.full") },
    icons: { color: appFiles.colour, outline: appFiles.outline },
    accentColor: accentColour,
    localizationInfo: { defaultLanguageTag: "nl", additionalLanguages: [{ languageTag: "en", file: appFiles.english }] },
    // Nobody adds it to a team or a group: the conversation is between two.
    bots: [
      {
        botId: appId,
        scopes: ["personal"],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          {
            scopes: ["personal"],
            commands: commands.map((name) => ({ title: say("nl", `app.command_${name}`), description: say("nl", `app.command_${name}_about`) })),
          },
        ],
      },
    ],
    staticTabs: [
      { entityId: "conversations", scopes: ["personal"] },
      {
        entityId: "passport",
        name: say("nl", "app.tab"),
        contentUrl: tabUrl(settings, "{locale}"),
        websiteUrl: publicUrl.href,
        scopes: ["personal"],
      },
    ],
    defaultInstallScope: "personal",
    permissions: [],
    validDomains: [publicUrl.host],
    showLoadingIndicator: false,
  };
}

/** The same texts in English, by Microsoft's schema for localisation files. */
export function englishTexts(say: SayApp): Readonly<Record<string, unknown>> {
  const commandTexts = commands.flatMap((name, index) => [
    [`bots[0].commandLists[0].commands[${index}].title`, say("en", `app.command_${name}`)],
    [`bots[0].commandLists[0].commands[${index}].description`, say("en", `app.command_${name}_about`)],
  ]);
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.Localization.schema.json`,
    "name.short": "Skillsgesprek",
    "name.full": "Skillsgesprek",
    "description.short": say("en", "app.short"),
    "description.full": say("en", "app.full"),
    "staticTabs[1].name": say("en", "app.tab"),
    ...Object.fromEntries(commandTexts),
  };
}
