"""Packs a folder as a zip that is the same bytes whoever makes it: sorted, owned by nobody, with times that hold in every time zone.

zip(1) either writes the user's number or leaves the time zone open. Usage: zip.py FOLDER ARCHIVE; the folder itself is the archive's only top entry, SOURCE_DATE_EPOCH
the time of all.
"""
import os
import stat
import struct
import sys
import time
import zipfile

UNIX = 3
UNIX_TIME, HAS_MODIFIED = 0x5455, 1


def entry(path, name):
    """An entry with mode and, in the field of Unix times, the second that counts in every time zone."""
    second = int(os.environ["SOURCE_DATE_EPOCH"])
    mode = os.lstat(path).st_mode
    made = zipfile.ZipInfo(name, time.gmtime(second)[:6])
    made.create_system = UNIX
    made.external_attr = (mode & 0xFFFF) << 16
    made.extra = struct.pack("<HHBl", UNIX_TIME, 5, HAS_MODIFIED, second)
    made.compress_type = zipfile.ZIP_DEFLATED
    return made, mode


def names(folder):
    for root, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files + [name for name in folders if os.path.islink(os.path.join(root, name))]):
            yield os.path.join(root, name)


def main(folder, archive):
    above = os.path.dirname(os.path.abspath(folder))
    with zipfile.ZipFile(archive, "w", compresslevel=9) as packed:
        for path in names(os.path.abspath(folder)):
            made, mode = entry(path, os.path.relpath(path, above).replace(os.sep, "/"))
            if stat.S_ISLNK(mode):
                packed.writestr(made, os.readlink(path), compresslevel=9)
            else:
                with open(path, "rb") as content:
                    packed.writestr(made, content.read(), compresslevel=9)


main(*sys.argv[1:])
