import { renewalContract } from "./renewal.ts";
import { onBothStores } from "./store-places.ts";

onBothStores(renewalContract);
