/** Whether this browser can make and use passkeys here: they need a secure page with a name, not a bare address. */
export function arePasskeysPossible(): boolean {
  const isBareAddress = /^[\d.]+$|:/.test(location.hostname);
  return window.isSecureContext && "PublicKeyCredential" in window && !isBareAddress;
}
