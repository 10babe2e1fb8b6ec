/** @param row counted from 0; where there is none, the list itself takes the focus */
export function focusRow(box: HTMLElement | null, row: number): void {
  const name = box?.querySelectorAll<HTMLElement>("tbody th")[row];
  if (name) name.tabIndex = -1;
  (name ?? box)?.focus();
}
