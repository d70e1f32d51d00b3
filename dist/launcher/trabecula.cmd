@echo off
rem Starts Trabecula on Windows with a Java 25 of this machine. Not tried on Windows yet.
rem
rem   TRABECULA_JAVA   the folder of a Java 25 (25.0.3 or later) to use before all others
rem   TRABECULA_HEAP   the largest heap, such as 8g (default: three fifths of the memory)
setlocal
set "home=%~dp0.."
set java=java.exe
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined TRABECULA_JAVA set "java=%TRABECULA_JAVA%\bin\java.exe"

rem Without a word, as when it is double-clicked: the reading room.
if "%~1"=="" (call "%~f0" serve --open & exit /b)

rem Which file of flags fits the command: as set_work in launch.sh chooses, but for counting the rows of a table.
set work=short
for %%v in (demo study phantom crop finetune embed gradcam serve) do if "%~1"=="%%v" set work=long
for %%v in (select evaluate predict) do if "%~1"=="%%v" set work=tables
if "%~1"=="extract" for %%e in (.csv .tsv .txt) do if "%~x2"=="%%e" set work=many
if "%~1"=="demo" if not defined OMP_WAIT_POLICY set OMP_WAIT_POLICY=PASSIVE
if "%~1"=="study" if not defined OMP_WAIT_POLICY set OMP_WAIT_POLICY=PASSIVE

:words
if "%~1"=="" goto start
for %%h in (-h --help --version) do if "%~1"=="%%h" set work=short
shift
goto words

:start
set heap=-XX:MaxRAMPercentage=60
if defined TRABECULA_HEAP set "heap=-Xmx%TRABECULA_HEAP%"
"%java%" "@%home%\lib\flags\common" "@%home%\lib\flags\%work%" %heap% -jar "%home%\lib\app\trabecula.jar" %*
exit /b %ERRORLEVEL%
