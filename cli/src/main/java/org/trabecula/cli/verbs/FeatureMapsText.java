package org.trabecula.cli.verbs;

import java.util.Locale;
import org.trabecula.core.Shown;
import org.trabecula.extraction.maps.MadeMaps;
import org.trabecula.extraction.maps.MapEntry;
import org.trabecula.extraction.maps.MapsOfRegion;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What was mapped, as a line a region and as a document.
final class FeatureMapsText {
    private FeatureMapsText() {}

    static String line(MapsOfRegion region) {
        int voxels = region.maps().isEmpty() ? 0 : region.maps().getFirst().voxels();
        return region.folder() + ": " + Shown.count(region.maps().size(), "map") + " of " + String.format(Locale.ROOT, "%,d", voxels) + " voxels"
                + (region.found() > 0 ? ", " + region.found() + " of them finished by an earlier run" : "");
    }

    static String document(MadeMaps made) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        ArrayNode regions = document.putArray("regions");
        for (MapsOfRegion region : made.regions()) {
            ObjectNode one = regions.addObject().put("case_id", region.name()).put("folder", region.folder().toString());
            one.put("found", region.found());
            ArrayNode maps = one.putArray("maps");
            for (MapEntry map : region.maps()) {
                ObjectNode entry = maps.addObject().put("map", map.map()).put("file", map.file());
                entry.put("voxels", map.voxels()).put("undefined", map.undefined());
                put(entry, "least", map.least());
                put(entry, "greatest", map.greatest());
            }
        }
        ArrayNode failed = document.putArray("failures");
        made.failures().forEach(failure -> failure.problems().forEach(problem -> failed.addObject()
                .put("case_id", failure.caseId())
                .put("code", problem.code().code())
                .put("where", problem.where())
                .put("found", problem.found())));
        return JsonMapper.shared().writeValueAsString(document);
    }

    private static void put(ObjectNode entry, String name, double value) {
        if (Double.isFinite(value)) {
            entry.put(name, value);
        } else {
            entry.putNull(name);
            entry.put("why", Double.isNaN(value) ? "no voxel of the region has a value" : "a value is infinite");
        }
    }
}
