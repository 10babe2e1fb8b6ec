let next: string | undefined;

/** What the view that comes next says of what was just done. */
export function tellNext(message: string): void {
  next = message;
}

/** Once. */
export function takeTold(): string | undefined {
  const message = next;
  next = undefined;
  return message;
}
