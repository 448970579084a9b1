@echo off
rem Starts Skipstitch on a Java 25 or later, from any folder: "skipstitch help" lists the commands.
setlocal
set "LEAST=25"
set "APP=%~dp0.."
set "FOUND="

if defined SKIPSTITCH_JAVA (
  call :take "%SKIPSTITCH_JAVA%\bin\java.exe"
  if not defined FOUND call :take "%SKIPSTITCH_JAVA%"
  if not defined FOUND (
    echo skipstitch: SKIPSTITCH_JAVA is no Java %LEAST% or later.>&2
    exit /b 1
  )
)
if not defined FOUND if defined JAVA_HOME call :take "%JAVA_HOME%\bin\java.exe"
if not defined FOUND for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :take "%%~$PATH:J"
if not defined FOUND for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do if not defined FOUND call :take "%%~D\bin\java.exe"
if not defined FOUND (
  echo skipstitch: needs Java %LEAST% or later, and none was found: install a JDK %LEAST%, or set JAVA_HOME to one.>&2
  exit /b 1
)
"%FOUND%" "@%APP%\lib\jvm.options" -cp "%APP%\lib\*" skipstitch.Main %*
exit /b %ERRORLEVEL%

rem Sets FOUND if the Java at this path will do.
:take
if not exist "%~1" exit /b 0
if exist "%~1\" exit /b 0
for /f "tokens=3 delims=. " %%V in ('""%~1" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version""') do if 1%%V geq 1%LEAST% set "FOUND=%~1"
exit /b 0
