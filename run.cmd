@echo off
rem Starts Smart Correction on Windows: run.cmd [--port N] [--data FOLDER] [--fresh] [--lan]
setlocal
cd /d "%~dp0"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version 2>&1 | findstr /c:"version ""25" >nul
if errorlevel 1 (
  echo JDK 25 was not found. Install Eclipse Temurin 25 from adoptium.net and set JAVA_HOME.
  exit /b 1
)
if not exist platform\target\smart-correction.jar (
  where mvn >nul 2>&1
  if errorlevel 1 (
    echo Maven 3.8.7 or later was not found. Install it from maven.apache.org and try again.
    exit /b 1
  )
  echo Building, this takes a minute ...
  call mvn -q -B -pl platform -am package -DskipTests -Dcyclonedx.skip=true -Dexec.skip=true
  if errorlevel 1 exit /b 1
)
set "ROLE=demo"
if defined SMARTCORRECTION_DATABASE_URL set "ROLE=platform"
"%JAVA%" -XX:+UseSerialGC -Xmx320m -jar platform\target\smart-correction.jar %ROLE% %*
