/** What tabs of one browser tell each other. Where they cannot, a tab learns it from the server when it is looked at. */
const name = "kartu-session";
const signedOut = "signed-out";

/** Tells the other tabs that nobody is signed in any more. */
export function tellSignedOut(): void {
  const channel = open();
  channel?.postMessage(signedOut);
  channel?.close();
}

/** @returns stops listening */
export function onSignedOut(leave: () => void): () => void {
  const channel = open();
  if (channel) channel.onmessage = ({ data }) => data === signedOut && leave();
  return () => channel?.close();
}

/** Undefined in Safari before 15.4, and where a policy refuses it. */
function open(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
