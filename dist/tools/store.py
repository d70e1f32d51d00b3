"""Writes jars anew without compression; entries keep order, time and content. Usage: store.py JAR ...

Our own jars lose their module descriptors: what is shipped runs from the class path, and the tool that completes a descriptor is of the Java that Maven runs on, so that two builds would
differ.
"""
import os
import sys
import zipfile


def is_kept(jar, entry):
    return entry.filename != "module-info.class" or not os.path.basename(jar).startswith("trabecula-")


def store(jar):
    plainer = jar + ".plainer"
    with zipfile.ZipFile(jar) as packed, zipfile.ZipFile(plainer, "w", zipfile.ZIP_STORED) as plain:
        for entry in filter(lambda one: is_kept(jar, one), packed.infolist()):
            plain.writestr(zipfile.ZipInfo(entry.filename, entry.date_time), packed.read(entry))
    os.replace(plainer, jar)


for jar in sys.argv[1:]:
    store(jar)
