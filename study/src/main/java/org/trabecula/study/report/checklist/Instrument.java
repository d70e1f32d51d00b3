package org.trabecula.study.report.checklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The check-lists of radiomics and prediction models. Their items lie beside this class as data: number, topic, what is asked in
/// our own words, the [ItemSubject] that answers it, the weight where the instrument scores.
public enum Instrument {
    /// 58 items. Kocak et al. 2023, Insights into Imaging 14, 75.
    CLEAR("clear", "CLEAR", "check-list for the evaluation of radiomics research", "10.1186/s13244-023-01415-8"),
    /// 30 items with weights that sum to 1. Kocak et al. 2024, Insights into Imaging 15, 8, table 1.
    METRICS("metrics", "METRICS", "methodological radiomics score", "10.1186/s13244-023-01572-w"),
    /// 27 items in 52 parts. Collins et al. 2024, BMJ 385, e078378, table 2.
    TRIPOD_AI("tripod-ai", "TRIPOD+AI", "reporting of prediction models by regression or machine learning", "10.1136/bmj-2023-078378");

    private final String key;
    private final String title;
    private final String subject;
    private final String doi;
    private final List<Item> items;

    Instrument(String key, String title, String subject, String doi) {
        this.key = key;
        this.title = title;
        this.subject = subject;
        this.doi = doi;
        this.items = read(key + ".tsv");
    }

    /// Of files and references.
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /// What it is about, in words.
    public String subject() {
        return subject;
    }

    public String doi() {
        return doi;
    }

    /// In its order.
    public List<Item> items() {
        return items;
    }

    /// Whether its items have weights.
    public boolean scores() {
        return items.stream().anyMatch(item -> item.weight() > 0);
    }

    private static List<Item> read(String name) {
        try (InputStream in = Objects.requireNonNull(Instrument.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(Instrument::item).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of our own jar
        }
    }

    private static Item item(String line) {
        String[] cells = line.split("\t", -1);
        double weight = cells.length > 4 ? Double.parseDouble(cells[4]) : 0;
        return new Item(cells[0], cells[1], cells[2], ItemSubject.valueOf(cells[3]), weight);
    }
}
