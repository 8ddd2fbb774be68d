/** What JSON is like before it is parsed. */
export interface JsonShape {
  /** How deep arrays and objects nest. */
  readonly depth: number;
  /** Names of fields, counted as often as they are written. */
  readonly keys: number;
}

/** Looks at JSON without parsing it, so that nothing recurses into it. Of what is not JSON it says something or other. */
export function jsonShape(text: string): JsonShape {
  let depth = 0;
  let deepest = 0;
  let keys = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === "\\") index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === ":") keys += 1;
    else if (character === "{" || character === "[") deepest = Math.max(deepest, (depth += 1));
    else if (character === "}" || character === "]") depth -= 1;
  }
  return { depth: deepest, keys };
}
