# Intune, Devices, Scripts and remediations, Platform scripts: run as system, in 64-bit PowerShell.
# Sets the forced install and the settings below for Chrome. To remove, run it with -Remove.
param([switch]$Remove)
$id = 'EXTENSION_ID'
$base = 'HKLM:\SOFTWARE\Policies\Google\Chrome'
$policy = "$base\3rdparty\extensions\$id\policy"
if ($Remove) {
  Remove-ItemProperty -Path "$base\ExtensionSettings" -Name $id -ErrorAction SilentlyContinue
  Remove-Item -Path "$base\3rdparty\extensions\$id" -Recurse -ErrorAction SilentlyContinue
  exit 0
}
$install = @'
{"installation_mode":"force_installed","update_url":"https://files.school.example/porchlight/updates.xml","override_update_url":true,"toolbar_pin":"force_pinned"}
'@
$settings = @'
{
  "organisation": "Example School",
  "schoolContact": {
    "name": "Student support, room 12",
    "phone": "+855 12 000 000",
    "email": "support@school.example",
    "hours": "Monday to Friday, 8 to 16"
  },
  "defaultLanguage": "km",
  "defaultCountry": "KH",
  "sitesOff": [],
  "sensitivity": "standard",
  "retentionDays": 30,
  "locks": {
    "retentionDays": true
  }
}
'@
New-Item -Path "$base\ExtensionSettings" -Force -ErrorAction SilentlyContinue | Out-Null
New-Item -Path $policy -Force | Out-Null
Set-ItemProperty -Path "$base\ExtensionSettings" -Name $id -Value $install -Type String
foreach ($setting in ($settings | ConvertFrom-Json).PSObject.Properties) {
  $value = $setting.Value
  if ($value -is [string]) { Set-ItemProperty -Path $policy -Name $setting.Name -Value $value -Type String }
  elseif ($value -is [int] -or $value -is [long]) { Set-ItemProperty -Path $policy -Name $setting.Name -Value $value -Type DWord }
  else { Set-ItemProperty -Path $policy -Name $setting.Name -Value (ConvertTo-Json -InputObject $value -Compress) -Type String }
}
