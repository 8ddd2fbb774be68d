const key = "skillsgesprek-told";

/** Loads the page anew; there it is said what was done. @param doneKey key of the page's words, nothing of a person */
export function reloadAnd(doneKey: "doors.erased"): void {
  sessionStorage.setItem(key, doneKey);
  location.reload();
}

/** What is to be said after `reloadAnd`, once; null: nothing. */
export function toldAfterReload(): "doors.erased" | null {
  const isThere = sessionStorage.getItem(key) === "doors.erased";
  sessionStorage.removeItem(key);
  return isThere ? "doors.erased" : null;
}
