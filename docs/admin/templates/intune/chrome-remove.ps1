# Intune, Devices, Scripts and remediations, Platform scripts: run as system, in 64-bit PowerShell.
# Takes away the forced install and the settings for Chrome.
$id = 'EXTENSION_ID'
$base = 'HKLM:\SOFTWARE\Policies\Google\Chrome'
Remove-ItemProperty -Path "$base\ExtensionSettings" -Name $id -ErrorAction SilentlyContinue
Remove-Item -Path "$base\3rdparty\extensions\$id" -Recurse -ErrorAction SilentlyContinue
