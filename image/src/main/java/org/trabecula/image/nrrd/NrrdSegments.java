package org.trabecula.image.nrrd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.LabelLayers.NamedNumber;

/// The segments that 3D Slicer writes as keys `Segment0_Name:=L1`, `Segment0_LabelValue:=1`, `Segment0_Layer:=0` …
final class NrrdSegments {
    private static final int UNKNOWN = Integer.MIN_VALUE;
    private static final Pattern NAMED = Pattern.compile("Segment(\\d{1,6})_(ID|Name)");

    private NrrdSegments() {}

    static boolean present(NrrdHeader header) {
        return header.keyValues().keySet().stream().anyMatch(key -> NAMED.matcher(key).matches());
    }

    /// In the order of their numbers.
    ///
    /// Files of old Slicer versions, and some written by hand, name neither layer nor value. Then segment n is component n,
    /// where there are as many components; a segment alone in its layer has the value 1. Nothing else can be known.
    ///
    /// @param layers components of the file
    /// @throws InputException NRR-002 if the region of a segment is not told, or two segments are the same region
    static List<NamedNumber> of(NrrdHeader header, int layers) {
        List<Integer> numbers = numbers(header);
        boolean noLayers = numbers.stream().noneMatch(n -> header.keyValues().containsKey(prefix(n) + "Layer"));
        int[] layer = new int[numbers.size()];
        Map<Integer, Integer> inLayer = new HashMap<>();
        for (int at = 0; at < layer.length; at++) {
            int missing = layers == 1 ? 0 : noLayers && numbers.size() == layers ? at : UNKNOWN;
            layer[at] = number(header, prefix(numbers.get(at)) + "Layer", missing, "the file has " + layers + " layers and "
                    + numbers.size() + " segments");
            if (layer[at] < 0 || layer[at] >= layers) {
                throw header.refusal(
                        ImageProblem.NRRD_FIELD, prefix(numbers.get(at)) + "Layer:=" + layer[at], "0 to " + (layers - 1));
            }
            inLayer.merge(layer[at], 1, Integer::sum);
        }
        List<NamedNumber> segments = new ArrayList<>();
        Map<List<Integer>, String> taken = new HashMap<>(); // by layer and value: a hostile header has a hundred thousand segments
        for (int at = 0; at < layer.length; at++) {
            String prefix = prefix(numbers.get(at));
            String id = header.keyValues().getOrDefault(prefix + "ID", "Segment_" + (numbers.get(at) + 1));
            String name = header.keyValues().getOrDefault(prefix + "Name", id);
            int alone = inLayer.getOrDefault(layer[at], 0) == 1 ? 1 : UNKNOWN;
            int value = number(header, prefix + "LabelValue", alone, "several segments share layer " + layer[at]);
            String other = taken.putIfAbsent(List.of(layer[at], value), name);
            if (other != null) {
                throw header.refusal(
                        ImageProblem.NRRD_FIELD,
                        "segments " + NrrdHeader.shown(other) + " and " + NrrdHeader.shown(name) + " both are value "
                                + value + " of layer " + layer[at],
                        "a value of its own for each segment of a layer");
            }
            segments.add(new NamedNumber(name, value, layer[at]));
        }
        return segments;
    }

    private static List<Integer> numbers(NrrdHeader header) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String key : header.keyValues().keySet()) {
            Matcher named = NAMED.matcher(key);
            if (named.matches()) {
                numbers.add(Integer.parseInt(named.group(1)));
            }
        }
        return List.copyOf(numbers);
    }

    private static String prefix(int segment) {
        return "Segment" + segment + "_";
    }

    /// @param missing the value where the key is missing, or [#UNKNOWN]
    private static int number(NrrdHeader header, String key, int missing, String why) {
        String text = header.keyValues().get(key);
        if (text == null && missing == UNKNOWN) {
            throw header.refusal(
                    ImageProblem.NRRD_FIELD, "no key " + key + ", and " + why, "the key " + key + ", which tells the regions apart");
        }
        try {
            return text == null ? missing : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw header.refusal(ImageProblem.NRRD_FIELD, key + ":=" + NrrdHeader.shown(text), "a whole number");
        }
    }
}
