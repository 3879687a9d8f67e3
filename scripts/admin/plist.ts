// Writes a property list, the XML that profiles for macOS are made of.

export type PlistValue =
  | string
  | number
  | boolean
  | readonly PlistValue[]
  | { readonly [key: string]: PlistValue };

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">`;

/** The whole file. Numbers must be whole: the settings have no others. */
export function toPlist(root: PlistValue): string {
  return `${HEAD}\n${element(root, '')}\n</plist>\n`;
}

function element(value: PlistValue, indent: string): string {
  if (typeof value === 'string') return `${indent}<string>${escaped(value)}</string>`;
  if (typeof value === 'number') return `${indent}<integer>${value}</integer>`;
  if (typeof value === 'boolean') return `${indent}<${value}/>`;
  const deeper = `${indent}  `;
  const isList = Array.isArray(value);
  const tag = isList ? 'array' : 'dict';
  const lines = isList
    ? value.map((item) => element(item, deeper))
    : Object.entries(value).map(
        ([key, item]) => `${deeper}<key>${escaped(key)}</key>\n${element(item, deeper)}`,
      );
  if (lines.length === 0) return `${indent}<${tag}/>`;
  return `${indent}<${tag}>\n${lines.join('\n')}\n${indent}</${tag}>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
