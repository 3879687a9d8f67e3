// How a page of ours hands a text to the person as a file.

/** Saves a text as a file, without a request: a link to it that is followed at once. */
export function offerFile(
  text: string,
  { name, type }: { readonly name: string; readonly type: string },
): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
