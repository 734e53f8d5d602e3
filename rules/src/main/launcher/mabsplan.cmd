@echo off
rem Starts mabsplan. What Java makes of its classes is kept in a cache folder, by "mabsplan warmup",
rem and is then mapped instead of made again. Without it everything works all the same, only later.
rem
rem   JAVA_HOME        the Java to use; otherwise the one on the path
rem   JAVA_OPTS        options for Java
rem   MABSPLAN_CACHE   the cache folder
setlocal DisableDelayedExpansion
set "jar=%~dp0..\lib\mabsplan.jar"
set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not defined MABSPLAN_CACHE set "MABSPLAN_CACHE=%LOCALAPPDATA%\mabsplan"
set "version=unknown"
if defined JAVA_HOME if exist "%JAVA_HOME%\release" for /f "usebackq tokens=1,* delims==" %%a in ("%JAVA_HOME%\release") do if "%%a"=="JAVA_RUNTIME_VERSION" set "version=%%~b"
for %%f in ("%jar%") do set "key=%version%-%%~zf"
set "archive=%MABSPLAN_CACHE%\java\%key%.jsa"
set "quick=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djdk.reflect.useNativeAccessorOnly=true -XX:-UsePerfData -Xlog:disable"
if "%~1"=="warmup" if "%~2"=="" if not "%version%"=="unknown" (
  if not exist "%MABSPLAN_CACHE%\java" mkdir "%MABSPLAN_CACHE%\java" 2>nul
  "%java%" %quick% "-XX:ArchiveClassesAtExit=%archive%" -jar "%jar%" warmup
  goto :end
)
if exist "%archive%" (
  "%java%" %quick% "-XX:SharedArchiveFile=%archive%" %JAVA_OPTS% -jar "%jar%" %*
) else (
  "%java%" %quick% %JAVA_OPTS% -jar "%jar%" %*
)
:end
exit /b %ERRORLEVEL%
