/** The validators that come with the two published schemas of JSON Resume; neither brings types. */
declare module "@jsonresume/schema" {
  const published: { validate(resume: unknown, done: (errors: unknown, valid?: boolean) => void): void };
  // oxlint-disable-next-line import/no-default-export
  export default published;
}
declare module "resume-schema" {
  const published: { validate(resume: unknown, done: (errors: unknown, report?: { valid: boolean }) => void): void };
  // oxlint-disable-next-line import/no-default-export
  export default published;
}
