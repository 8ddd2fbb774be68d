import { appPackage, appSettings } from "../bot/teams-package/app-package.ts";
import { manifestVersion } from "../bot/teams-package/manifest.ts";
import { teamsWords } from "../composition/teams-words.ts";
import { readConfig } from "../config.ts";
import { commandOptions, printLine, runCommand, UsageError } from "./shell.ts";
import { writeWhole } from "./whole-file.ts";

const help = `Makes the app package for Microsoft Teams: a zip to upload in Teams' admin center.

  npm run --silent teams:package -- --out FILE.zip [--app-version 1.0.0] [--developer NAME] [--privacy URL] [--terms URL]

From the configuration: MICROSOFT_APP_ID, PUBLIC_URL (https) and OPERATOR_NAME. The manifest (version ${manifestVersion}) is checked
against Microsoft's published schema, which comes along: nothing is fetched. The same settings give the same bytes.
--app-version: Teams takes an update only with a higher one. --developer: the maker's name, at most 32 characters, where
OPERATOR_NAME is longer. --privacy, --terms: pages of your own; by default /privacy and what /teams says. docs/teams.md goes on from here.
Prints one line: the file, its size in bytes, the app's id and version.`;

await runCommand(help, async () => {
  const given = commandOptions({
    out: { type: "string" },
    "app-version": { type: "string" },
    developer: { type: "string" },
    privacy: { type: "string" },
    terms: { type: "string" },
  });
  const { out } = given;
  if (out === undefined) throw new UsageError("--out FILE.zip is lacking. Try --help");
  const config = readConfig();
  const settings = appSettings({
    appId: config.microsoft.appId,
    publicUrl: config.publicUrl,
    operatorName: config.operatorName,
    developer: given.developer,
    version: given["app-version"],
    privacyUrl: given.privacy,
    termsUrl: given.terms,
  });
  const words = teamsWords(config);
  const bytes = await appPackage(settings, (language, key) => words[language][key] ?? key);
  await writeWhole(out, bytes);
  printLine({ file: out, bytes: bytes.length, id: settings.appId, version: settings.version, manifestVersion });
});
