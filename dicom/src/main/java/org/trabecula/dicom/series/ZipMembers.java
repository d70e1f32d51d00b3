package org.trabecula.dicom.series;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.dataset.DicomSource;
import org.trabecula.image.ImageProblem;

/// The files of a zip archive, read where they lie; nothing is unpacked to the disk.
final class ZipMembers {
    private static final int MOST_FILES = 200_000;
    private static final long ALWAYS_BELIEVED_BYTES = 256L << 20;
    /// CT compresses two to four times, masks some hundred times.
    private static final long MOST_BYTES_PER_BYTE = 200;

    private ZipMembers() {}

    /// One file of the archive. Its stream inflates it anew each time.
    private record Member(Path archive, String entry, long length) implements DicomSource {
        @Override
        public String name() {
            return archive + "/" + entry;
        }

        @Override
        public InputStream open() throws IOException {
            ZipFile zip = open(archive);
            try {
                ZipEntry found = zip.getEntry(entry);
                if (found == null) {
                    throw new ZipException("the archive no longer holds " + entry);
                }
                return new FilterInputStream(zip.getInputStream(found)) {
                    @Override
                    public void close() throws IOException {
                        super.close();
                        zip.close();
                    }
                };
            } catch (IOException e) {
                zip.close();
                throw e;
            }
        }

        /// Names that are not marked as UTF-8 are in any encoding; Latin-1 takes them all.
        static ZipFile open(Path archive) throws IOException {
            return new ZipFile(archive.toFile(), StandardCharsets.ISO_8859_1);
        }
    }

    /// In the order of their names, without hidden ones and what macOS adds.
    ///
    /// @throws InputException IMG-003 for a damaged archive, IMG-004 for one that grows without measure
    static List<DicomSource> of(Path archive) throws IOException {
        List<Member> members = new ArrayList<>();
        try (ZipFile zip = Member.open(archive)) {
            if (zip.size() > MOST_FILES) {
                throw tooLarge(archive, zip.size() + " files", "at most " + MOST_FILES + " files");
            }
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory() || isPassedBy(entry.getName()) || entry.getSize() < 0) {
                    continue;
                }
                long most = Math.max(ALWAYS_BELIEVED_BYTES, entry.getCompressedSize() * MOST_BYTES_PER_BYTE);
                if (entry.getSize() > most) {
                    throw tooLarge(
                            archive,
                            entry.getName() + " of " + entry.getSize() + " bytes out of " + entry.getCompressedSize(),
                            "at most " + most + " bytes out of so few");
                }
                members.add(new Member(archive, entry.getName(), entry.getSize()));
            }
        } catch (ZipException e) {
            throw new InputException(
                    new Problem(
                            ImageProblem.UNREADABLE,
                            archive.toString(),
                            "a damaged zip archive: " + e.getMessage(),
                            "a whole zip archive without a password",
                            "copy or pack the files again, or name the unpacked folder"),
                    e);
        }
        members.sort(Comparator.comparing(Member::entry));
        return List.copyOf(members);
    }

    private static boolean isPassedBy(String entry) {
        for (String part : entry.split("[/\\\\]", -1)) {
            if (part.startsWith(".") || part.equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    private static InputException tooLarge(Path archive, String found, String expected) {
        return new InputException(new Problem(
                ImageProblem.TOO_LARGE, archive.toString(), found, expected, "unpack the archive and name the folder of the series"));
    }
}
