import { counsellorsContract } from "./counsellors.ts";
import { erasureContract } from "./erasure.ts";
import { noticesContract } from "./notices.ts";
import { olderReleaseContract } from "./older-release.ts";
import { passportStoreContract, type StorePlace } from "./passport-store.ts";
import { retentionContract } from "./retention.ts";
import { rotationContract } from "./rotation.ts";
import { sharingContract } from "./sharing.ts";
import { onBothStores } from "./store-places.ts";

/** What is asked of a store, of both. */
function everyContract(name: string, makePlace: () => Promise<StorePlace>): void {
  passportStoreContract(name, makePlace);
  retentionContract(name, makePlace);
  erasureContract(name, makePlace);
  rotationContract(name, makePlace);
  sharingContract(name, makePlace);
  noticesContract(name, makePlace);
  counsellorsContract(name, makePlace);
  olderReleaseContract(name, makePlace);
}

onBothStores(everyContract);
