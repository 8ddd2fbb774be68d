const esco = (id: string) => `http://data.europa.eu/esco/skill/${id}`;

/** Concepts of other names that people hear as one question asked twice; the first that is offered is enough. */
const groups: readonly (readonly string[])[] = [
  // adjust clothes, alter wearing apparel
  [esco("3eed7aa9-5b82-4553-b46f-16c3dcdc0742"), esco("7e2f6f05-d6ef-45f3-a33c-5d6d0b07e1cf")],
  // lead others, lead a team
  [esco("75d8e5d9-bef3-418b-9011-01bff9f27207"), esco("1f1d2ff8-c4c1-45cc-9812-6a7ee84a73cb")],
  // attend to detail, use equipment, tools or technology with precision
  [esco("83e6510b-ffeb-4aec-959c-4265fd0ff7b7"), esco("9c0f93f7-2592-4d4d-9673-fd640502345f")],
  // supervise children, babysitting
  [esco("f8d4a24c-fb62-444e-9525-7aa5662f440d"), esco("a6354281-5578-46ac-a9db-d179d9962b98")],
  // perform repairs on bicycles, bicycle mechanics
  [esco("fab8e95a-448d-4784-aa50-9ef10e924829"), esco("53b1dcbc-7c51-43cd-9e3a-9ca78afd2895")],
  // first aid, provide first aid
  [esco("f7464f30-662b-4177-85a0-3df9693e9e58"), esco("1d21f6ad-340f-45da-a0a3-4e83867f47a6")],
];
const groupOf = new Map(groups.flatMap((group) => group.map((uri) => [uri, group] as const)));

/** True where a concept was offered, by its own name or another. @param offered keys of offers: a concept's URI, or own words */
export const isOfferedAlready = (uri: string, offered: ReadonlySet<string>): boolean => (groupOf.get(uri) ?? [uri]).some((one) => offered.has(one));
