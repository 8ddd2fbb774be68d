/** Whom a story is about besides its teller: sources of regular expressions, plain. */
export const people =
  "(?:mensen|klant(?:en)?|gast(?:en)?|bewoners?|client(?:en)?|patient(?:en)?|kinderen|kind|leerling(?:en)?|jongeren|ouderen|iemand|iedereen|collega'?s?|buren|bezoekers?|moeders?|vaders?|vrouw|man|mevrouw|meneer|dame|buurvrouw|buurman|jongens?|meiden|meisje|meisjes|zoontje|dochtertje|kleintje)";

export const peopleEn =
  "(?:people|customers?|clients?|guests?|residents?|patients?|kids?|child(?:ren)?|pupils?|students?|everyone|everybody|someone|somebody|whoever|anyone|colleagues?|neighbours?|visitors?|mothers?|fathers?|parents?|women|woman|men|man|lad(?:y|ies|s)|boys?|girls?|members?|teenagers?)";

export const them = `(?:ze|hen|hun|hem|haar|(?:(?:de|het|een|die|mijn|mn|onze|alle|oude|boze|bange|huilende) ){0,6}${people})`;

export const themEn = `(?:them|him|her|(?:(?:the|a|an|my|our|all|old|angry|upset|scared|crying|shy|new|other|each|every|some) ){0,6}${peopleEn})`;
