import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { InternalError, InvalidConfigurationError } from "../../domain/errors.ts";
import { drawAppIcons } from "./app-icons.ts";
import { appFiles, appManifest, type AppSettings, englishTexts, type SayApp } from "./manifest.ts";
import { manifestProblems } from "./manifest-schema.ts";

export class ManifestInvalidError extends InternalError {
  readonly code = "bot_manifest_invalid";
  constructor(file: string, problems: readonly string[]) {
    super(`${file} does not pass Microsoft's schema. ${problems.join("; ")}`);
  }
}

export interface PackageWishes {
  readonly appId: string | null;
  readonly publicUrl: URL | null;
  readonly operatorName: string | null;
  readonly developer?: string | undefined;
  readonly version?: string | undefined;
  readonly privacyUrl?: string | undefined;
  readonly termsUrl?: string | undefined;
}

const longestDeveloper = 32;

function problemsOf({ appId, publicUrl, operatorName, developer, version }: PackageWishes): string[] {
  const maker = developer ?? operatorName;
  const pathed = publicUrl !== null && publicUrl.pathname !== "/";
  return [
    ...(appId === null ? ["MICROSOFT_APP_ID: the app id of the bot's registration is lacking"] : []),
    ...(appId !== null && !/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(appId) ? ["MICROSOFT_APP_ID: write the app id (a GUID)"] : []),
    ...(publicUrl === null ? ["PUBLIC_URL: the address that people open is lacking"] : []),
    ...(publicUrl !== null && publicUrl.protocol !== "https:" ? ["PUBLIC_URL: Teams takes only an address that begins with https://"] : []),
    ...(pathed ? ["PUBLIC_URL: write it without a path"] : []),
    ...(operatorName === null ? ["OPERATOR_NAME: the name of your organisation is lacking"] : []),
    ...(maker !== null && maker.length > longestDeveloper
      ? [`OPERATOR_NAME: Teams shows at most ${longestDeveloper} characters as the maker; give a shorter name with --developer`]
      : []),
    ...(version !== undefined && !/^[1-9]\d*\.\d+\.\d+$/.test(version) ? ["--app-version: write three numbers with dots, from 1.0.0 on"] : []),
  ];
}

function httpsUrl(written: string, option: string): URL {
  const url = URL.parse(written);
  if (url?.protocol === "https:") return url;
  throw new InvalidConfigurationError(`The app package cannot be made. ${option}: write an address that begins with https://.`);
}

/** What the manifest is made of. @throws {InvalidConfigurationError} naming everything that lacks, and what to write */
export function appSettings(wishes: PackageWishes): AppSettings {
  const problems = problemsOf(wishes);
  const { appId, publicUrl, operatorName } = wishes;
  if (problems.length > 0 || appId === null || publicUrl === null || operatorName === null)
    throw new InvalidConfigurationError(`The app package cannot be made (see docs/teams.md). ${problems.join("; ")}.`);
  return {
    appId: appId.toLowerCase(),
    publicUrl,
    operatorName,
    developer: wishes.developer ?? operatorName,
    version: wishes.version ?? "1.0.0",
    privacyUrl: wishes.privacyUrl === undefined ? new URL("/privacy", publicUrl) : httpsUrl(wishes.privacyUrl, "--privacy"),
    termsUrl: wishes.termsUrl === undefined ? new URL("/teams#purpose", publicUrl) : httpsUrl(wishes.termsUrl, "--terms"),
  };
}

function asFile(content: object): Buffer {
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`, "utf8");
}

/** Zips files so that the same files always give the same bytes, wherever and whenever. */
function zipped(files: readonly (readonly [name: string, content: Buffer])[]): Promise<Buffer> {
  const zip = new ZipFile();
  // Zip has the hour where it was packed, without saying which: this one reads the same everywhere.
  const mtime = new Date(1980, 0, 1);
  for (const [name, content] of files) zip.addBuffer(content, name, { mtime, mode: 0o100644, compress: false, forceDosTimestamp: true });
  zip.end();
  return buffer(zip.outputStream);
}

/** The app package for Teams: manifest, texts and icons in a zip, checked against Microsoft's schema.
 *  @throws {ManifestInvalidError} */
export async function appPackage(settings: AppSettings, say: SayApp): Promise<Buffer> {
  const manifest = appManifest(settings, say);
  const english = englishTexts(say);
  for (const [file, problems] of [
    [appFiles.manifest, manifestProblems("manifest", manifest)],
    [appFiles.english, manifestProblems("localisation", english)],
  ] as const) {
    if (problems.length > 0) throw new ManifestInvalidError(file, problems);
  }
  const { colour, outline } = await drawAppIcons();
  return zipped([
    [appFiles.manifest, asFile(manifest)],
    [appFiles.english, asFile(english)],
    [appFiles.colour, colour],
    [appFiles.outline, outline],
  ]);
}
