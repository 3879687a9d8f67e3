// Reads the files of docs/admin/templates as the systems do that they are made for, so that a test judges what arrives and
// not how it was written. Each throws at anything that the system would not take.
import { Window } from 'happy-dom';

/** A property list, as macOS reads it. */
export function readPlist(text: string): unknown {
  // happy-dom is not as strict as macOS here.
  if (/&(?!(amp|lt|gt|quot|apos);)/.test(text)) throw new Error('a bare & in XML');
  const { DOMParser } = new Window();
  const document = new DOMParser().parseFromString(text, 'application/xml');
  const [root, ...others] = [...(document.documentElement?.children ?? [])];
  if (document.documentElement?.tagName !== 'plist' || root === undefined || others.length > 0)
    throw new Error('no plist with one root');
  return plistValue(root as unknown as Element);
}

function plistValue(element: Element): unknown {
  const text = element.textContent ?? '';
  switch (element.tagName) {
    case 'string':
      return text;
    case 'integer':
      if (!/^-?\d+$/.test(text)) throw new Error(`no integer: ${text}`);
      return Number(text);
    case 'true':
      return true;
    case 'false':
      return false;
    case 'array':
      return [...element.children].map(plistValue);
    case 'dict':
      return Object.fromEntries(plistPairs([...element.children]));
    default:
      throw new Error(`unknown in a plist: ${element.tagName}`);
  }
}

function plistPairs(children: readonly Element[]): [string, unknown][] {
  if (children.length % 2 !== 0) throw new Error('a key without a value');
  return children.flatMap((child, index): [string, unknown][] => {
    if (index % 2 === 1) return [];
    if (child.tagName !== 'key') throw new Error(`${child.tagName} where a key must be`);
    return [[child.textContent ?? '', plistValue(children[index + 1] as Element)]];
  });
}

/** What a registry file does to each key: values that it sets, null for one that it takes away; null for the whole key. */
export type Registry = ReadonlyMap<string, ReadonlyMap<string, string | number | null> | null>;

export function readRegistryFile(text: string): Registry {
  const [head, ...lines] = text.split('\r\n');
  if (head !== 'Windows Registry Editor Version 5.00') throw new Error(`no registry file: ${head}`);
  const keys = new Map<string, Map<string, string | number | null> | null>();
  let values = new Map<string, string | number | null>();
  for (const line of lines.filter((line) => line !== '')) {
    const key = /^\[(-?)(HKEY_LOCAL_MACHINE\\[^\]]+)\]$/.exec(line);
    if (key !== null) {
      values = new Map();
      keys.set(key[2] as string, key[1] === '-' ? null : values);
    } else {
      const [name, value] = registryPair(line);
      values.set(name, value);
    }
  }
  return keys;
}

function registryPair(line: string): [string, string | number | null] {
  const pair = /^"((?:[^"\\]|\\.)*)"=(.*)$/.exec(line);
  if (pair === null) throw new Error(`no value: ${line}`);
  return [unescaped(pair[1] as string), registryValue(pair[2] as string)];
}

function registryValue(text: string): string | number | null {
  if (text === '-') return null;
  const number = /^dword:([0-9a-f]{8})$/.exec(text);
  if (number !== null) return Number.parseInt(number[1] as string, 16);
  const bytes = /^hex\(1\):((?:[0-9a-f]{2},)*[0-9a-f]{2})$/.exec(text);
  if (bytes !== null) return fromUtf16(bytes[1] as string);
  // Other letters would be read by the machine's own code page.
  const quoted = /^"((?:[ !#-[\]-~]|\\["\\])*)"$/.exec(text);
  if (quoted === null) throw new Error(`no registry value: ${text}`);
  return unescaped(quoted[1] as string);
}

const unescaped = (text: string) => text.replace(/\\(.)/g, '$1');

function fromUtf16(hex: string): string {
  const text = Buffer.from(hex.replaceAll(',', ''), 'hex').toString('utf16le');
  if (!text.endsWith('\0')) throw new Error('a text that does not end');
  return text.slice(0, -1);
}

/** What the script for Intune says before it does anything: its variables, and its here-strings as they are. */
export function readIntuneScript(
  text: string,
): Readonly<Record<'id' | 'base' | 'install' | 'settings', string>> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  if (!/^[\x00-\x7f]*$/.test(text)) throw new Error('Windows PowerShell would garble what is not ASCII');
  const variable = (name: string) => once(text, new RegExp(`^\\$${name} = '([^'\\n]*)'$`, 'gm'));
  const hereString = (name: string) => once(text, new RegExp(`^\\$${name} = @'\\n(.*?)\\n'@$`, 'gms'));
  return {
    ...{ id: variable('id'), base: variable('base') },
    ...{ install: hereString('install'), settings: hereString('settings') },
  };
}

function once(text: string, pattern: RegExp): string {
  const found = [...text.matchAll(pattern)];
  if (found.length !== 1) throw new Error(`${found.length} times ${pattern}`);
  return found[0]?.[1] as string;
}
