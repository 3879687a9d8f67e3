// Writes what Windows takes: files for the registry, and the script that Intune runs. Both change only what is ours: other
// extensions of the school stand in the same keys.
import type { PlistValue } from './plist';

export type Settings = { readonly [key: string]: PlistValue };

export type WindowsBrowser = {
  readonly name: string;
  /** Where its policies stand, from SOFTWARE on. */
  readonly key: string;
  readonly id: string;
  /** What ExtensionSettings holds for our id. */
  readonly install: Settings;
};

const REGISTRY_HEAD = 'Windows Registry Editor Version 5.00';

/**
 * A file for regedit and for group policy. Keys of the schema that are not set are taken away, so that an older value does
 * not stay behind.
 */
export function registryFile(browser: WindowsBrowser, settings: Settings, keys: readonly string[]): string {
  const values = keys.map((key) =>
    settings[key] === undefined ? `"${key}"=-` : `"${key}"=${registryValue(settings[key])}`,
  );
  return registryLines([
    `[HKEY_LOCAL_MACHINE\\${browser.key}\\ExtensionSettings]`,
    `"${browser.id}"=${registryValue(browser.install)}`,
    '',
    `[HKEY_LOCAL_MACHINE\\${settingsKey(browser)}\\policy]`,
    ...values,
  ]);
}

/** Takes away what `registryFile` wrote, and nothing else. */
export function registryRemoval(browser: WindowsBrowser): string {
  return registryLines([
    `[HKEY_LOCAL_MACHINE\\${browser.key}\\ExtensionSettings]`,
    `"${browser.id}"=-`,
    '',
    `[-HKEY_LOCAL_MACHINE\\${settingsKey(browser)}]`,
  ]);
}

const settingsKey = ({ key, id }: WindowsBrowser) => `${key}\\3rdparty\\extensions\\${id}`;
const registryLines = (lines: readonly string[]) => [REGISTRY_HEAD, '', ...lines, ''].join('\r\n');

/** Text as text, numbers as dword; lists and groups as JSON text, which Chrome and Edge read by the schema. */
function registryValue(value: PlistValue): string {
  if (typeof value === 'number') return `dword:${value.toString(16).padStart(8, '0')}`;
  if (typeof value !== 'string') return registryText(JSON.stringify(value));
  return registryText(value);
}

/** Regedit reads a file without a mark of UTF-16 by the machine's own code page: other letters go in as bytes. */
function registryText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  if (/^[\x00-\x7f]*$/.test(text)) return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  const bytes = Buffer.from(`${text}\0`, 'utf16le');
  return `hex(1):${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(',')}`;
}

/** The platform script for Intune, in ASCII: Windows PowerShell reads a file without a mark by the machine's code page. */
export function intuneScript(browser: WindowsBrowser, settings: Settings): string {
  return `${intuneHead(browser, 'Sets the forced install and the settings below')}
$policy = "$base\\3rdparty\\extensions\\$id\\policy"
$install = @'
${ascii(JSON.stringify(browser.install))}
'@
$settings = @'
${ascii(JSON.stringify(settings, null, 2))}
'@
# Only where it is missing: New-Item -Force empties a key that is there, and other extensions stand in it.
foreach ($key in @("$base\\ExtensionSettings", $policy)) {
  if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }
}
Set-ItemProperty -Path "$base\\ExtensionSettings" -Name $id -Value $install -Type String
$wanted = ($settings | ConvertFrom-Json).PSObject.Properties
foreach ($name in (Get-Item $policy).Property) {
  if ($wanted.Name -notcontains $name) { Remove-ItemProperty -Path $policy -Name $name }
}
foreach ($setting in $wanted) {
  $value = $setting.Value
  if ($value -is [string]) { Set-ItemProperty -Path $policy -Name $setting.Name -Value $value -Type String }
  elseif ($value -is [int] -or $value -is [long]) { Set-ItemProperty -Path $policy -Name $setting.Name -Value $value -Type DWord }
  else { Set-ItemProperty -Path $policy -Name $setting.Name -Value (ConvertTo-Json -InputObject $value -Compress) -Type String }
}
`;
}

/** Takes away what `intuneScript` set, and nothing else. Intune gives a script no parameters, so it is one of its own. */
export function intuneRemoval(browser: WindowsBrowser): string {
  return `${intuneHead(browser, 'Takes away the forced install and the settings')}
Remove-ItemProperty -Path "$base\\ExtensionSettings" -Name $id -ErrorAction SilentlyContinue
Remove-Item -Path "$base\\3rdparty\\extensions\\$id" -Recurse -ErrorAction SilentlyContinue
`;
}

const intuneHead = ({ name, id, key }: WindowsBrowser, does: string) =>
  `# Intune, Devices, Scripts and remediations, Platform scripts: run as system, in 64-bit PowerShell.
# ${does} for ${name}.
$id = '${id}'
$base = 'HKLM:\\${key}'`;

/** JSON with other letters as escapes. */
const ascii = (json: string) =>
  json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
