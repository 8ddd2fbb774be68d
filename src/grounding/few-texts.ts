/** So few texts go one by one: 8-bit weights make a text's embedding depend a little on its company in a run. */
export const oneByOneUpTo = 64;
