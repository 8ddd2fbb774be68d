import { describe, expect, test } from "vitest";
import { plainText } from "../../src/bot/teams-text.ts";

const recipient = { id: "28:bot", name: "Skillsgesprek" };
const mentionOf = (id: string, name: string) => ({ type: "mention", text: `<at>${name}</at>`, mentioned: { id, name } });
const own = mentionOf("28:bot", "Skillsgesprek");
const read = (text: string, more: Partial<Parameters<typeof plainText>[0]> = {}) => plainText({ channelId: "msteams", text, recipient, ...more });

describe("what Teams makes of a text", () => {
  test.for([
    { text: "5 &gt; 4 &quot;ja&quot;&nbsp;hoor", becomes: '5 > 4 "ja" hoor' },
    { text: "caf&#233; en caf&#xe9;", becomes: "café en café" },
    { text: "&amp;lt; blijft &lt;", becomes: "&lt; blijft <" },
    { text: "AT&T en &onbekend;", becomes: "AT&T en &onbekend;" },
    { text: "&lt;b&gt;zo getypt&lt;/b&gt;", becomes: "<b>zo getypt</b>" },
    { text: "<p>Ik <strong>kook</strong></p><p>en ik <em>bak</em></p>", becomes: "Ik kook\nen ik bak" },
    { text: "<ul><li>koken</li><li>bakken &amp; braden</li></ul>", becomes: "koken\nbakken & braden" },
    { text: "eerst<br/>dan<br>toen", becomes: "eerst\ndan\ntoen" },
    { text: '<a href="https://x.example">mijn werk</a>', becomes: "mijn werk" },
    { text: 'fijn <emoji id="smile" alt="🙂" title="Smile"></emoji>', becomes: "fijn 🙂" },
    { text: 'fijn <img alt="🙂" src="https://x.example/1.png">', becomes: "fijn 🙂" },
    { text: "ik ben <25 en >20", becomes: "ik ben <25 en >20" },
    { text: "a <b c", becomes: "a <b c" },
    { text: "<p>&nbsp;</p>", becomes: null },
    { text: "", becomes: null },
  ])("$text is read as $becomes", ({ text, becomes }) => {
    expect(read(text)).toBe(becomes);
  });

  test.for<{ readonly is: string; readonly text: string; readonly entities?: (typeof own)[]; readonly becomes: string | null }>([
    { is: "of the bot", text: "<at>Skillsgesprek</at> ik kook &amp; bak", entities: [own], becomes: "ik kook & bak" },
    { is: "of the bot, under another name", text: "<at>Skills bot</at> ik kook", entities: [mentionOf("28:bot", "Skills bot")], becomes: "ik kook" },
    { is: "of the bot, in the middle", text: "zeg <at>Skillsgesprek</at> ik kook", entities: [own], becomes: "zeg ik kook" },
    { is: "of the bot, twice", text: "<at>Skillsgesprek</at> hoi <at>Skillsgesprek</at>", entities: [own, own], becomes: "hoi" },
    {
      is: "of somebody else",
      text: "<at>Skillsgesprek</at> ik help <at>Noor Bedacht</at> vaak",
      entities: [own, mentionOf("29:noor", "Noor Bedacht")],
      becomes: "ik help Noor Bedacht vaak",
    },
    { is: "of somebody else alone", text: "<at>Noor</at> en ik", entities: [mentionOf("29:noor", "Noor")], becomes: "Noor en ik" },
    { is: "of the bot that is not listed", text: "<at>skillsgesprek</at> ik kook", becomes: "ik kook" },
    { is: "of nobody but the bot", text: "<at>Skillsgesprek</at>", entities: [own], becomes: null },
  ])("a mention $is: $text", ({ text, entities, becomes }) => {
    expect(read(text, entities ? { entities } : {})).toBe(becomes);
  });

  test("whoever answers a quoted message is read, the quoted words are not", () => {
    const quote =
      '<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Bot</strong><p>Kun je koken?</p></blockquote>';
    const html = `${quote}<p><span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Skillsgesprek</span> nee, <b>lassen</b></p>`;
    expect(read("Kun je koken? nee, lassen", { attachments: [{ contentType: "text/html", content: html }], entities: [own] })).toBe("nee, lassen");
  });

  test("the HTML beside a plain text is not read twice", () => {
    expect(read("Ik kook", { attachments: [{ contentType: "text/html", content: "<div>Ik <b>kook</b></div>" }] })).toBe("Ik kook");
  });

  test("other channels send what was typed", () => {
    expect(read("<b>5 &gt; 4</b>", { channelId: "emulator" })).toBe("<b>5 &gt; 4</b>");
  });

  // What grows with the square of the length would not come to an end here.
  test.for(["<p", '<blockquote itemtype="x/Reply">', "<at>", '<span itemtype="/Mention">', '<img alt="', "&#", "</blockquote>", " ", "\t "])(
    "512 kB of %j is read",
    (piece) => {
      const long = piece.repeat(524_288 / piece.length);
      expect(read(`${long} ja`, { attachments: [{ contentType: "text/html", content: long }] }) ?? "").not.toContain("itemtype");
    },
  );
});
