"""Writes jars anew without compression; entries keep order, time and content. Usage: store.py JAR ..."""
import os
import sys
import zipfile


def store(jar):
    plainer = jar + ".plainer"
    with zipfile.ZipFile(jar) as packed, zipfile.ZipFile(plainer, "w", zipfile.ZIP_STORED) as plain:
        for entry in packed.infolist():
            plain.writestr(zipfile.ZipInfo(entry.filename, entry.date_time), packed.read(entry))
    os.replace(plainer, jar)


for jar in sys.argv[1:]:
    store(jar)
