import type { ReadDocument } from "../../src/domain/document.ts";
import { docxOf, pdfOf, textBytes } from "./document-makers.ts";

/** `area · title · organisation · start · end`; `title · institution · date · finished`: as read, "-" where nothing stands. */
export interface MadeUpCv {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
  readonly experiences: readonly string[];
  readonly credentials: readonly string[];
  /** Each stands word for word in a passage. */
  readonly lines: readonly string[];
  /** Stands nowhere in what was read. */
  readonly absent?: readonly string[];
}

const shown = (...all: readonly (string | boolean | null)[]) => all.map((each) => each ?? "-").join(" · ");

export function experiencesIn({ experiences }: ReadDocument): string[] {
  return experiences.map(({ area, title, organisation, start, end }) => shown(area, title, organisation, start, end));
}

export function credentialsIn({ credentials }: ReadDocument): string[] {
  return credentials.map(({ title, institution, date, finished }) => shown(title, institution, date, finished));
}

const plainDutch = `Samira Voorbeeld
Wilgenlaan 12, 8011 AB Zwolle
06-12345678 | samira.voorbeeld@example.org
BSN 111222333

WERKERVARING

2019 - heden
Verkoopmedewerker
Kledinghuis De Draad, Zwolle
- Klanten helpen in de paskamer
- Kassa draaien en dagopbrengst tellen
- Nieuwe collega's inwerken

2015 - 2019
Schoonmaker
Schoonmaakbedrijf Blinkend
- Kantoren en toiletten schoonmaken
- Schoonmaakmiddelen bestellen

OPLEIDING

2013 - 2015   Verkoper mbo 2, ROC Vechtstad, diploma behaald
2009 - 2013   Vmbo kader, Vechtschool, diploma behaald

TALEN
Nederlands, Arabisch, Engels

HOBBY'S
Taarten bakken, naaien

REFERENTIES
Mevrouw Jansma, 06-87654321
`;

const newcomer = `CURRICULUM VITAE

Persoonlijke gegevens
Naam: Yusuf Verzonnen
Geboortedatum: 1 januari 1990
Adres: Beukstraat 4, 5038 XX Tilburg

Werkervaring
Kleermaker bij Atelier Aleppo (2008 - 2014)
- Kleding repareren en vermaken
- Patronen tekenen
Productiemedewerker bij Vleesfabriek Zuid (2019 - 2022)
- Vlees inpakken en etiketteren

Vrijwilligerswerk
Tolk bij Buurthuis De Brug (2018 - heden)
- Buren helpen met brieven van de gemeente

Opleidingen
Middelbare school, Aleppo (2002 - 2008)
Inburgeringsdiploma (2020)

Talen: Arabisch (moedertaal), Nederlands (B1), Turks
`;

const functional = `
# Profiel
Praktische aanpakker die graag met mensen werkt.
# Vaardigheden
*Organiseren*
- Roosters maken voor twintig vrijwilligers
- Evenementen voorbereiden
*Administratie*
- Facturen verwerken in Excel
- Telefoon beantwoorden
# Werkervaring
Administratief medewerker, Drukkerij Inkt, 2010 - 2018
Receptionist, Hotel Zonzicht, 2006 - 2010
# Opleiding
Meao administratie, 2005
# Cursussen
BHV (2017)
Excel voor gevorderden (2016)
`;

const student = `
= Lotte Denkbeeld
lotte\\@example.org

== Education
#grid(columns: (1fr, auto), [*BSc Psychology*, Univerzon University], [Sep 2021 – present])
#grid(columns: (1fr, auto), [*VWO*, Lyceum Noord], [2015 – 2021])

== Work experience
#grid(columns: (1fr, auto), [*Barista*, Coffee Corner], [Mar 2022 – present])
- Making coffee and serving customers
- Training new staff
#grid(columns: (1fr, auto), [*Babysitter*, two families], [2018 – 2021])
- Looking after three children

== Volunteering
#grid(columns: (1fr, auto), [*Treasurer*, Student Rowing Club], [2022 – 2023])
- Kept the books of a club of 200 members

== Languages
Dutch (native), English (fluent)
`;

const twoColumns = `
#set page(margin: 1.5cm)
= Ferry Bedacht
#grid(columns: (30%, 1fr), gutter: 1cm, [
== Contact
ferry\\@example.org

06 11112222

Dorpsweg 3

== Vaardigheden
- Heftruck rijden
- Voorraad beheren
- Orders picken

== Talen
- Nederlands
- Duits

== Rijbewijs
- Rijbewijs B
], [
== Werkervaring
*Magazijnmedewerker*

Loods Noord, Emmen

2018 – heden

- Orders verzamelen met de scanner
- Vrachtwagens laden en lossen
- Voorraad tellen aan het eind van de maand

*Chauffeur*

Pakketdienst Snelweg

2014 – 2018

- Pakketten bezorgen
- Route plannen

== Opleiding
*Mbo 2 Logistiek*

ROC Drentstad

2014
])
`;

const europass = `
= Curriculum vitae
#grid(columns: (32%, 1fr), row-gutter: 8pt, column-gutter: 12pt,
[Persoonlijke informatie], [],
[Naam], [Marta Gefingeerd],
[Werkervaring], [],
[Data], [01/09/2016 – 30/06/2021],
[Functie of beroep], [Verzorgende IG],
[Naam en adres van werkgever], [Zorgcentrum Avondrust, Meppel],
[Voornaamste werkzaamheden en verantwoordelijkheden], [Bewoners wassen en aankleden. Medicijnen uitdelen. Rapporteren in het zorgdossier.],
[Data], [2012 – 2016],
[Functie of beroep], [Huishoudelijke hulp],
[Naam en adres van werkgever], [Thuiszorg Helder],
[Voornaamste werkzaamheden en verantwoordelijkheden], [Huizen schoonmaken en boodschappen doen.],
[Onderwijs en opleiding], [],
[Data], [2014 – 2016],
[Kwalificatie], [Mbo 3 Verzorgende IG, diploma behaald],
[Onderwijsinstelling], [ROC Hunzeland],
)
`;

const datesLeft = `
= Ans Fictief
== Ervaring
#grid(columns: (22%, 1fr), row-gutter: 7pt,
[2017 – heden], [Kok, Restaurant De Pan],
[], [Menu's bedenken en inkopen doen],
[], [Leerlingen begeleiden in de keuken],
[2012 – 2017], [Afwasser, Café Het Bord],
[], [Pannen en borden afwassen],
)
== Opleidingen
#grid(columns: (22%, 1fr), row-gutter: 7pt,
[2010 – 2012], [Mbo 2 Kok, Koksschool Oost],
[2006 – 2010], [Vmbo basis, niet afgerond],
)
`;

const english = `Kwame Pretend
kwame@example.org | +31 6 2222 3333

Professional summary
Reliable warehouse worker with eight years of experience.

Work History

Warehouse Operative at Parcel Depot | Jan 2018 - Present
• Loading and unloading lorries
• Driving a forklift truck
• Checking stock against delivery notes

Kitchen Porter, Grand Hotel | 06/2014 - 12/2017
• Washing dishes and cleaning the kitchen

Education and Training
Level 2 Diploma in Warehousing, City College, 2017
First Aid certificate, Red Cross, 2020

Skills
Forklift driving, stock control, working in a team

References
Available on request
`;

const selfEmployed = `
# Werkervaring
*Zzp'er schilderwerk*
2016 - heden
- Huizen schilderen van binnen en buiten
- Offertes maken voor klanten
*Schilder in loondienst, Verfwinkel Kleur*
2009 - 2016
- Kozijnen schuren en lakken
# Diploma's
VCA, 2021
Mbo 3 Schilder, 2009
`;

const table = `
# Werkervaring
2020 - 2023 | Postbezorger, Brievenbus BV
2016 - 2020 | Cateringmedewerker, Kantine Centraal
# Opleidingen
2012 - 2016 | Havo, Zuiderlyceum, diploma behaald
# Vaardigheden
- Post sorteren
- Broodjes smeren
`;

const english2 = `
# Experience
*Software Developer*
Bits and Bytes Ltd
May 2019 – Present
- Building web shops in JavaScript
- Reviewing the code of colleagues
*Helpdesk Assistant*
Council of Northtown
Sept 2016 – April 2019
- Solving computer problems by telephone
# Volunteer experience
*Football coach*
Northtown Juniors
2015 – 2018
- Training a team of ten-year-olds
# Education
*BSc Computer Science*
University of Northtown
2013 – 2016
`;

const withoutHeadings = `Piet Nergens

2018 - 2021 Tuinman, Hoveniersbedrijf Groen
- Heggen knippen en gras maaien
- Tuinen aanleggen

2010 - 2018 Stratenmaker, Wegenbouw Steen
- Straten leggen

2006 - 2010 Vmbo, Groenschool
`;

const carer = `Fatma Zomaar

Over mij
Ik zorg al jaren voor mijn gezin.

Mantelzorg
2012 - heden
Zorg voor schoonmoeder
- Medicijnen klaarzetten
- Afspraken met het ziekenhuis regelen

Vrijwilligerswerk
2016 - 2020
Overblijfmoeder, Basisschool De Linde
- Kinderen begeleiden bij het eten

Cursussen
EHBO (2019)
Nederlandse taal, Taalhuis, 2014 - 2016
`;

const spaced = `
#align(center)[#text(size: 18pt)[J O R I S   D E N K]]

#text(size: 14pt)[W E R K E R V A R I N G]

*Timmerman* | Bouwbedrijf Balk | apr 2011 – dec 2019

• Dakkapellen plaatsen

• Trappen maken op maat

#text(size: 14pt)[O P L E I D I N G E N]

*Mbo 3 Timmerman* | ROC Westdijk | 2011
`;

export const madeUpCvs: readonly MadeUpCv[] = [
  {
    name: "Dutch, chronological, as text",
    bytes: () => textBytes(plainDutch),
    experiences: [
      "paid_work · Verkoopmedewerker · Kledinghuis De Draad, Zwolle · 2019 · -",
      "paid_work · Schoonmaker · Schoonmaakbedrijf Blinkend · 2015 · 2019",
    ],
    credentials: ["Verkoper mbo 2 · ROC Vechtstad · 2015 · true", "Vmbo kader · Vechtschool · 2013 · true"],
    lines: [
      "Klanten helpen in de paskamer",
      "Kassa draaien en dagopbrengst tellen",
      "Kantoren en toiletten schoonmaken",
      "Taarten bakken, naaien",
      "Nederlands",
    ],
    absent: ["111222333", "Wilgenlaan", "8011", "12345678", "87654321", "Jansma", "example.org", "Samira"],
  },
  {
    name: "a newcomer's, with brackets",
    bytes: () => textBytes(newcomer),
    experiences: [
      "paid_work · Kleermaker · Atelier Aleppo · 2008 · 2014",
      "paid_work · Productiemedewerker · Vleesfabriek Zuid · 2019 · 2022",
      "volunteering · Tolk · Buurthuis De Brug · 2018 · -",
    ],
    credentials: ["Middelbare school · Aleppo · 2008 · -", "Inburgeringsdiploma · - · 2020 · true"],
    lines: [
      "Kleding repareren en vermaken",
      "Patronen tekenen",
      "Vlees inpakken en etiketteren",
      "Buren helpen met brieven van de gemeente",
      "Turks",
    ],
    absent: ["Yusuf", "1990", "Beukstraat"],
  },
  {
    name: "functional, in Word",
    bytes: () => docxOf(functional),
    experiences: ["paid_work · Administratief medewerker · Drukkerij Inkt · 2010 · 2018", "paid_work · Receptionist · Hotel Zonzicht · 2006 · 2010"],
    credentials: ["Meao administratie · - · 2005 · -", "BHV · - · 2017 · true", "Excel voor gevorderden · - · 2016 · true"],
    lines: ["Roosters maken voor twintig vrijwilligers", "Facturen verwerken in Excel", "Praktische aanpakker die graag met mensen werkt."],
  },
  {
    name: "a student's, in English, times at the right, PDF",
    bytes: () => pdfOf(student),
    experiences: [
      "paid_work · Barista · Coffee Corner · Mar 2022 · -",
      "paid_work · Babysitter · two families · 2018 · 2021",
      "volunteering · Treasurer · Student Rowing Club · 2022 · 2023",
    ],
    credentials: ["BSc Psychology · Univerzon University · Sep 2021 · -", "VWO · Lyceum Noord · 2021 · -"],
    lines: [
      "Making coffee and serving customers",
      "Looking after three children",
      "Kept the books of a club of 200 members",
      "Dutch (native), English (fluent)",
    ],
    absent: ["example.org"],
  },
  {
    name: "two columns, PDF",
    bytes: () => pdfOf(twoColumns),
    experiences: ["paid_work · Magazijnmedewerker · Loods Noord, Emmen · 2018 · -", "paid_work · Chauffeur · Pakketdienst Snelweg · 2014 · 2018"],
    credentials: ["Rijbewijs B · - · - · true", "Mbo 2 Logistiek · ROC Drentstad · 2014 · -"],
    lines: ["Heftruck rijden", "Orders verzamelen met de scanner", "Vrachtwagens laden en lossen", "Pakketten bezorgen", "Duits"],
    absent: ["Dorpsweg", "11112222", "example.org"],
  },
  {
    name: "like a Europass form, PDF",
    bytes: () => pdfOf(europass),
    experiences: [
      "paid_work · Verzorgende IG · Zorgcentrum Avondrust · 01/09/2016 · 30/06/2021",
      "paid_work · Huishoudelijke hulp · Thuiszorg Helder · 2012 · 2016",
    ],
    credentials: ["Mbo 3 Verzorgende IG · ROC Hunzeland · 2016 · true"],
    lines: ["Bewoners wassen en aankleden", "Huizen schoonmaken en boodschappen doen"],
    absent: ["Marta"],
  },
  {
    name: "times in a column of their own, PDF",
    bytes: () => pdfOf(datesLeft),
    experiences: ["paid_work · Kok · Restaurant De Pan · 2017 · -", "paid_work · Afwasser · Café Het Bord · 2012 · 2017"],
    credentials: ["Mbo 2 Kok · Koksschool Oost · 2012 · -", "Vmbo basis · - · 2010 · false"],
    lines: ["Menu’s bedenken en inkopen doen", "Leerlingen begeleiden in de keuken", "Pannen en borden afwassen"],
  },
  {
    name: "English, with bars, as text",
    bytes: () => textBytes(english),
    experiences: ["paid_work · Warehouse Operative · Parcel Depot · Jan 2018 · -", "paid_work · Kitchen Porter · Grand Hotel · 06/2014 · 12/2017"],
    credentials: ["Level 2 Diploma in Warehousing · City College · 2017 · true", "First Aid certificate · Red Cross · 2020 · true"],
    lines: [
      "Loading and unloading lorries",
      "Driving a forklift truck",
      "Washing dishes and cleaning the kitchen",
      "Forklift driving, stock control, working in a team",
    ],
    absent: ["2222 3333", "Available on request", "Kwame"],
  },
  {
    name: "of somebody self-employed, in Word",
    bytes: () => docxOf(selfEmployed),
    experiences: ["self_employed · Zzp'er schilderwerk · - · 2016 · -", "paid_work · Schilder in loondienst · Verfwinkel Kleur · 2009 · 2016"],
    credentials: ["VCA · - · 2021 · -", "Mbo 3 Schilder · - · 2009 · -"],
    lines: ["Huizen schilderen van binnen en buiten", "Offertes maken voor klanten", "Kozijnen schuren en lakken"],
  },
  {
    name: "a table, in Word",
    bytes: () => docxOf(table),
    experiences: ["paid_work · Postbezorger · Brievenbus BV · 2020 · 2023", "paid_work · Cateringmedewerker · Kantine Centraal · 2016 · 2020"],
    credentials: ["Havo · Zuiderlyceum · 2016 · true"],
    lines: ["Post sorteren", "Broodjes smeren"],
  },
  {
    name: "English, times below, in Word",
    bytes: () => docxOf(english2),
    experiences: [
      "paid_work · Software Developer · Bits and Bytes Ltd · May 2019 · -",
      "paid_work · Helpdesk Assistant · Council of Northtown · Sept 2016 · April 2019",
      "volunteering · Football coach · Northtown Juniors · 2015 · 2018",
    ],
    credentials: ["BSc Computer Science · University of Northtown · 2016 · -"],
    lines: ["Building web shops in JavaScript", "Solving computer problems by telephone", "Training a team of ten-year-olds"],
  },
  {
    name: "without any heading",
    bytes: () => textBytes(withoutHeadings),
    experiences: ["paid_work · Tuinman · Hoveniersbedrijf Groen · 2018 · 2021", "paid_work · Stratenmaker · Wegenbouw Steen · 2010 · 2018"],
    credentials: ["Vmbo · Groenschool · 2010 · -"],
    lines: ["Heggen knippen en gras maaien", "Straten leggen"],
    absent: ["Nergens"],
  },
  {
    name: "of somebody who cares for family",
    bytes: () => textBytes(carer),
    experiences: ["family_care · Zorg · schoonmoeder · 2012 · -", "volunteering · Overblijfmoeder · Basisschool De Linde · 2016 · 2020"],
    credentials: ["EHBO · - · 2019 · true", "Nederlandse taal · Taalhuis · 2016 · true"],
    lines: ["Medicijnen klaarzetten", "Kinderen begeleiden bij het eten"],
  },
  {
    name: "letters set wide, PDF",
    bytes: () => pdfOf(spaced),
    experiences: ["paid_work · Timmerman · Bouwbedrijf Balk · apr 2011 · dec 2019"],
    credentials: ["Mbo 3 Timmerman · ROC Westdijk · 2011 · -"],
    lines: ["Dakkapellen plaatsen", "Trappen maken op maat"],
  },
];
