# Intune, Devices, Scripts and remediations, Platform scripts: run as system, in 64-bit PowerShell.
# Sets the forced install and the settings below for Chrome.
$id = 'EXTENSION_ID'
$base = 'HKLM:\SOFTWARE\Policies\Google\Chrome'
$policy = "$base\3rdparty\extensions\$id\policy"
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
    "sitesOff": false,
    "sensitivity": false,
    "retentionDays": true
  }
}
'@
# Only where it is missing: New-Item -Force empties a key that is there, and other extensions stand in it.
foreach ($key in @("$base\ExtensionSettings", $policy)) {
  if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }
}
Set-ItemProperty -Path "$base\ExtensionSettings" -Name $id -Value $install -Type String
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
