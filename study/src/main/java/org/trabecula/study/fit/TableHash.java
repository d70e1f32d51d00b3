package org.trabecula.study.fit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.trabecula.core.Hash;
import org.trabecula.extraction.network.Crops;
import org.trabecula.stats.LabelledRows;
import org.trabecula.table.FeatureTable;

/// The content of what is fitted to, as a hash: equal to the last bit, or another.
public final class TableHash {
    private TableHash() {}

    /// Cases, names and values of a table.
    public static String of(FeatureTable table) {
        MessageDigest digest = Hash.digest();
        add(digest, table.caseIds());
        add(digest, table.names());
        for (String name : table.names()) {
            double[] values = table.column(name);
            ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
            bytes.asDoubleBuffer().put(values);
            digest.update(bytes);
        }
        return Hash.hex(digest.digest());
    }

    /// The text columns of a table, in order.
    static String ofTexts(FeatureTable table) {
        MessageDigest digest = Hash.digest();
        table.texts().forEach((name, cells) -> {
            add(digest, List.of(name));
            add(digest, cells);
        });
        return Hash.hex(digest.digest());
    }

    /// Who the rows are, whose they are, and their classes.
    static String of(LabelledRows rows) {
        MessageDigest digest = Hash.digest();
        add(digest, rows.ids());
        add(digest, rows.patients());
        for (int row = 0; row < rows.size(); row++) {
            digest.update((byte) rows.outcome().y(row));
        }
        return Hash.hex(digest.digest());
    }

    /// The pixels of these cases.
    static String of(Crops crops, List<String> caseIds) {
        MessageDigest digest = Hash.digest();
        add(digest, caseIds);
        for (String id : caseIds) {
            float[] values = crops.of(id).values();
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
            bytes.asFloatBuffer().put(values);
            digest.update(bytes);
        }
        return Hash.hex(digest.digest());
    }

    private static void add(MessageDigest digest, List<String> texts) {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(-1).array());
    }
}
