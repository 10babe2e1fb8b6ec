/** Lets the browser save a file that the page has made. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function textFile(text: string): Blob {
  return new Blob([text], { type: "text/plain;charset=utf-8" });
}
