package org.trabecula.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.trabecula.image.formats.StandardFormats;

/// The standard formats, whose openings and decodings are counted, as are the images for which label maps are opened.
record CountedFormats(List<ImageFile> labelled, AtomicInteger opened, AtomicInteger decoded) implements ImageFormat {
    CountedFormats() {
        this(new ArrayList<>(), new AtomicInteger(), new AtomicInteger());
    }

    @Override
    public LabelLayers openLabels(Path file, Placement placement, ImageFile of) throws IOException {
        labelled.add(of);
        return openLabels(file, placement);
    }

    @Override
    public String title() {
        return "counted";
    }

    @Override
    public boolean recognises(FileStart start) {
        return true;
    }

    @Override
    public ImageFile open(Path file, Placement placement) throws IOException {
        opened.incrementAndGet();
        ImageFile plain = StandardFormats.ALL.open(file, placement);
        return new ImageFile() {
            @Override
            public Path path() {
                return plain.path();
            }

            @Override
            public Grid grid() {
                return plain.grid();
            }

            @Override
            public VoxelType type() {
                return plain.type();
            }

            @Override
            public Volume read(Box box) throws IOException {
                decoded.incrementAndGet();
                return plain.read(box);
            }

            @Override
            public void readSlices(Box box, SliceVisitor visitor) throws IOException {
                decoded.incrementAndGet();
                plain.readSlices(box, visitor);
            }
        };
    }
}
