#Requires -Version 5.1
<#
Asks a server what mabsplan wants to know of a failing Microsoft Azure Backup Server.

It changes nothing: it runs the commands below, which only read, and writes what they print to one
ZIP archive. It sends nothing anywhere. Run it as administrator, on the backup server and on the
server whose backup fails, with Windows PowerShell 5.1 or PowerShell 7:

    powershell.exe -NoProfile -ExecutionPolicy Bypass -File collect.ps1

Then put the archives of all servers into one folder and hand it over:

    java -jar mabsplan.jar plan FOLDER
#>
[CmdletBinding()]
param(
    # The folder that the archive is written to.
    [string] $Folder = '.'
)

if (-not [Environment]::Is64BitProcess) {
    throw 'Run this in the 64-bit PowerShell: a 32-bit one reads another part of the registry.'
}
$ProgressPreference = 'SilentlyContinue'
# The path of a share names its provider, which not every Compress-Archive takes.
$target = (Resolve-Path -LiteralPath $Folder -ErrorAction Stop).ProviderPath
# The name for NetBIOS ends after 15 characters; the one for DNS may have the domain behind it.
$server = ([Net.Dns]::GetHostName() -split '\.')[0]
$names = $server, $env:COMPUTERNAME
$role = 'unknown role'
if (Get-Service -Name MSDPM -ErrorAction SilentlyContinue) {
    $role = 'backupServer'
} elseif (Get-Service -Name DPMRA -ErrorAction SilentlyContinue) {
    $role = 'protectedServer'
} elseif (Get-Service -Name obengine -ErrorAction SilentlyContinue) {
    $role = 'agentServer'
}
$begin = [DateTime]::UtcNow.ToString('yyyyMMddTHHmmssZ', [Globalization.CultureInfo]::InvariantCulture)
$answers = Join-Path ([IO.Path]::GetTempPath()) ('mabsplan-' + [Guid]::NewGuid())
New-Item -ItemType Directory -Path $answers | Out-Null

# An error in the same two lines whatever the edition of PowerShell; a program's words as they are.
function ConvertTo-Line {
    process {
        if ($_ -isnot [Management.Automation.ErrorRecord]) {
            $_
        } elseif ($_.FullyQualifiedErrorId -like 'NativeCommandError*') {
            "$_"
        } else {
            "$($_.InvocationInfo.MyCommand) : $_"
            "    + FullyQualifiedErrorId : $($_.FullyQualifiedErrorId)"
        }
    }
}

# Runs a command and writes what was typed and what it printed, as a console shows it.
function Ask {
    param(
        [string] $Name,
        [string] $Probe,
        [scriptblock] $Run,
        [string] $Typed = $Run.ToString().Trim(),
        [switch] $WithDpm
    )
    Write-Host "  $Name"
    $time = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ss.fffZ', [Globalization.CultureInfo]::InvariantCulture)
    $printed = try {
        # The cmdlets of DPM are for Windows PowerShell alone.
        if ($WithDpm -and $PSVersionTable.PSEdition -eq 'Core') {
            powershell.exe -NoProfile -NonInteractive -Command $Run 2>&1
        } else {
            & $Run 2>&1
        }
    } catch {
        $_
    }
    $lines = @($printed | ConvertTo-Line)
    if ($lines | Where-Object { $_ -isnot [string] }) {
        $lines = @($lines | Out-String -Width 1000)
    }
    $head = "# mabsplan collect: $server, $role, $time, $Probe", "PS C:\> $Typed"
    # The last prompt tells that nothing is cut off: an empty answer says something too.
    $answer = $head + $lines + 'PS C:\>'
    Set-Content -LiteralPath (Join-Path $answers "$Name.txt") -Value $answer -Encoding UTF8
}

$me = [Security.Principal.WindowsPrincipal] [Security.Principal.WindowsIdentity]::GetCurrent()
if (-not $me.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
    Write-Warning 'This is not run as administrator: some of the answers will be refusals.'
}
Write-Host "Asking $server, $role"

#QUESTIONS#

if (Get-ChildItem -LiteralPath $answers) {
    $archive = Join-Path $target "mabsplan-$server-$begin.zip"
    # Where it cannot be written, the script ends here, and the answers stay where they are.
    $files = (Get-ChildItem -LiteralPath $answers).FullName
    Compress-Archive -LiteralPath $files -DestinationPath $archive -ErrorAction Stop
    Write-Host "Written: $archive"
} else {
    Write-Warning ("None of the questions is for $server. They are for: " + '#SITES#')
}
Remove-Item -LiteralPath $answers -Recurse
