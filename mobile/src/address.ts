/** Where the shell begins: the app's own address. */
export function startAddress(appUrl: string): string {
  return `${new URL(appUrl).origin}/`;
}

/**
 * The app's address for a link from outside, such as koalens://lookup/E471 or the app's own web
 * address; anything else leads to the start, never to another site.
 */
export function addressOf(link: string | null, appUrl: string): string {
  const start = startAddress(appUrl);
  const own = /^koalens:\/\/([a-z]+(?:\/[^?#]*)?)$/.exec(link ?? "");
  if (own !== null) {
    return `${start}#/${own[1]}`;
  }
  return link !== null && isOwn(link, appUrl) ? link : start;
}

/** Whether an address belongs to the app: everything else opens in the browser. */
export function isOwn(address: string, appUrl: string): boolean {
  try {
    return new URL(address).origin === new URL(appUrl).origin;
  } catch {
    return false;
  }
}
