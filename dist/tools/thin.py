"""Leaves entries out of a jar; the others keep order, time and content. Usage: thin.py JAR DROP [KEEP ...]

DROP and KEEP are regular expressions for whole names; an entry goes if DROP matches it and no KEEP does. At least one has to go: a library
that changed its layout would otherwise be shipped whole without a word.
"""
import os
import re
import sys
import zipfile


def main(jar, drop, *keep):
    thinner = jar + ".thinner"
    gone = 0
    with zipfile.ZipFile(jar) as whole, zipfile.ZipFile(thinner, "w") as thin:
        for entry in whole.infolist():
            name = entry.filename
            if re.fullmatch(drop, name) and not any(re.fullmatch(pattern, name) for pattern in keep):
                gone += 1
                continue
            content = whole.read(entry)
            kept = zipfile.ZipInfo(name, entry.date_time)
            kept.compress_type = zipfile.ZIP_DEFLATED
            thin.writestr(kept, content, compresslevel=9)
    if not gone:
        os.remove(thinner)
        sys.exit(f"{jar}: nothing matches {drop}")
    os.replace(thinner, jar)


main(*sys.argv[1:])
