package org.trabecula.report.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.trabecula.report.Report;
import org.trabecula.report.Section;

/// Writes a [Report] as a Word document (.docx). The same report gives the same bytes.
public final class DocxReport {
    /// The earliest that a zip can say: files of a report have no time.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final List<String> FIXED = List.of("styles.xml", "content-types.xml", "package-rels.xml");

    private DocxReport() {}

    public static byte[] of(Report report) {
        DocxBody body = new DocxBody(report.numbering());
        body.styled("Title", report.title());
        body.styled("Subtitle", report.subtitle());
        report.warnings().forEach(warning -> body.styled("Warning", warning));
        body.styled("Warning", report.status());
        report.opening().forEach(body::block);
        for (Section section : report.sections()) {
            body.styled("Heading1", section.title());
            section.blocks().forEach(body::block);
        }
        body.styled("Small", report.madeBy() + ". " + report.status());
        return zipped(report, body);
    }

    private static byte[] zipped(Report report, DocxBody body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "[Content_Types].xml", resource(FIXED.get(1)));
            entry(zip, "_rels/.rels", resource(FIXED.get(2)));
            entry(zip, "docProps/core.xml", properties(report));
            entry(zip, "word/document.xml", text(body.document()));
            entry(zip, "word/styles.xml", resource(FIXED.getFirst()));
            entry(zip, "word/footer.xml", text(DocxBody.footer(report.title() + " · " + report.status())));
            entry(zip, "word/_rels/document.xml.rels", text(body.relations()));
            for (int n = 1; n <= body.media().size(); n++) {
                DocxBody.Media one = body.media().get(n - 1);
                entry(zip, "word/media/" + DocxBody.fileName(n, one), one.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing leaves memory
        }
        return bytes.toByteArray();
    }

    private static byte[] properties(Report report) {
        return text(Xml.HEAD + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + Xml.escaped(report.title()) + "</dc:title><dc:subject>"
                + Xml.escaped(report.subtitle()) + "</dc:subject><dc:creator>" + Xml.escaped(report.madeBy())
                + "</dc:creator><dc:language>en</dc:language></cp:coreProperties>");
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] text(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(DocxReport.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of our own jar
        }
    }
}
