import { openStore } from "../composition/store.ts";
import { readConfig } from "../config.ts";
import { leastHolders, operatorFigures } from "../domain/operator-figures.ts";
import { rounded, showTable } from "./figures-table.ts";
import { commandOptions, printLine, runCommand } from "./shell.ts";

const help = `Shows what the conversations cost and what came of them, over all people together.

  npm run --silent figures

Conversations, offers, the share of offers that got a yes (all, and those the person had not named), calls and tokens of
language models, and their cost by LLM_PRICES. Each figure is null where fewer than ${leastHolders} people have a part in it,
and the cost too where a model has no price. Who erased everything does not count.
A table on standard error, one JSON line on standard output.`;

await runCommand(help, async () => {
  commandOptions({});
  const config = readConfig();
  const store = await openStore(config);
  try {
    const figures = operatorFigures(await store.conversationCounts(), config.prices);
    if (figures.holders === null) console.error(`Fewer than ${leastHolders} people have talked: no figures yet.`);
    else if (figures.modelCalls !== null && figures.cost === null) console.error("A model has no price in LLM_PRICES: the cost is not known.");
    const rows = Object.entries(rounded(figures, 6)).map(([name, value]) => [name, { value }]);
    showTable("Over all people together", Object.fromEntries(rows));
    printLine({ ...rounded(figures, 6), currency: config.prices.currency });
  } finally {
    await store.close();
  }
});
