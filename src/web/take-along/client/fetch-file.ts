/** How long an address of a file in memory is kept: long enough for a slow device to save it. */
const keepForMs = 60_000;

/** Asks our own server for a file and hands it to the browser to save. @returns null when it worked, else the status; 0 without a connection */
export async function saveFile(path: string, body: object): Promise<number | null> {
  try {
    const response = await fetch(path, {
      method: "POST",
      credentials: "same-origin",
      headers: { "X-Skillsgesprek": "1", "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) return response.status;
    const name = /filename="([\w.-]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? "passport";
    const address = URL.createObjectURL(await response.blob());
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(address), keepForMs);
    return null;
  } catch {
    return 0;
  }
}
