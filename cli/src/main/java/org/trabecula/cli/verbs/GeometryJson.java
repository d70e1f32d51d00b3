package org.trabecula.cli.verbs;

import java.nio.file.Path;
import java.util.List;
import org.trabecula.image.Grid;
import org.trabecula.image.Mat3;
import org.trabecula.image.NonFiniteVoxels;
import org.trabecula.image.Orientation;
import org.trabecula.image.VoxelType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where a volume lies, as a JSON document: LPS millimetres, `direction_lps` row by row (columns are the voxel axes).
final class GeometryJson {
    private GeometryJson() {}

    static String of(Path in, Path out, Grid grid, VoxelType type, List<String> notes, NonFiniteVoxels nonFinite) {
        ObjectMapper mapper = new ObjectMapper();
        Mat3 d = grid.direction();
        ObjectNode document = mapper.createObjectNode();
        document.put("in", in.toString());
        document.put("out", out.toString());
        document.put("type", type.name().toLowerCase(java.util.Locale.ROOT));
        document.putArray("size_ijk").add(grid.size().i()).add(grid.size().j()).add(grid.size().k());
        document.putArray("spacing_mm").add(grid.spacing().iMm()).add(grid.spacing().jMm()).add(grid.spacing().kMm());
        document.putArray("origin_lps_mm").add(grid.originMm().x()).add(grid.originMm().y()).add(grid.originMm().z());
        var rows = document.putArray("direction_lps");
        rows.addArray().add(d.xx()).add(d.xy()).add(d.xz());
        rows.addArray().add(d.yx()).add(d.yy()).add(d.yz());
        rows.addArray().add(d.zx()).add(d.zy()).add(d.zz());
        document.put("axes_run_to", Orientation.of(d).code());
        document.put("nan", nonFinite.nan());
        document.put("infinite", nonFinite.infinite());
        var list = document.putArray("notes");
        notes.forEach(list::add);
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }
}
