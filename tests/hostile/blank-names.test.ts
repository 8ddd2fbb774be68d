import { expect, test } from "vitest";
import { onPaper } from "../support/passport-on-paper.ts";
import { fullPassport, someClaim } from "../support/passport-samples.ts";
import { readPdf } from "../support/pdf-reader.ts";

test.for([" ", "\u00A0\u3000", "\uFEFF", "\u200B", "\u2028\n", "\u0000", "\uD800", "\u2800\u3164"])(
  "a skill, an experience and a person called %j: there is a PDF all the same",
  async (blank) => {
    const passport = {
      ...fullPassport(),
      claims: [
        { ...someClaim("c1"), label: { nl: blank, en: blank } },
        { ...someClaim("c2"), uri: null, label: { nl: blank, en: null } },
      ],
    };
    const experiences = passport.experiences.map((each) => ({ ...each, title: blank }));
    const pdf = await readPdf(onPaper({ ...passport, experiences }, { view: "applying", language: "nl", name: blank }));
    expect(pdf.isTagged).toBe(true);
    expect(pdf.roles.filter((role) => role === "H1")).toHaveLength(1);
  },
);
