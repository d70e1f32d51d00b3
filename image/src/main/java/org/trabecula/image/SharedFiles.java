package org.trabecula.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Files that several regions lie in: each is opened once and decoded once, whole, where it is small enough to be held, and its labels
/// are counted once. What is read is what the formats would have read.
///
/// A file is held from the first region of those that were [#expect]ed until the last was [#release]d; a file of one region is opened as
/// the formats do. Safe for use by several threads.
public final class SharedFiles implements ImageFormat {
    private final ImageFormats formats;
    private final HeldBytes held;
    private final Map<Path, Shared> files = new HashMap<>(); // guarded by itself

    /// @param mostBytes of all voxels that are held at a time; of what does not fit, the part that a region needs is decoded each time
    public SharedFiles(ImageFormats formats, long mostBytes) {
        this.formats = formats;
        this.held = new HeldBytes(mostBytes);
    }

    /// What is known of a file that several regions lie in; guarded by itself.
    private static final class Shared {
        private int regions;
        private boolean several;
        private @Nullable DecodedOnce image;
        private @Nullable LabelLayers labels;
        private @Nullable Path labelled;

        private void close() {
            if (image != null) {
                image.close();
            }
            if (labels != null) {
                for (ImageFile layer : labels.layers()) {
                    ((DecodedOnce) layer).close();
                }
            }
        }
    }

    /// The formats' files, or themselves where the formats are shared files already: voxels are held once.
    ///
    /// @param mostBytes as in the constructor, for those that are not shared yet
    public static SharedFiles of(ImageFormats formats, long mostBytes) {
        return formats.formats().size() == 1 && formats.formats().getFirst() instanceof SharedFiles shared
                ? shared
                : new SharedFiles(formats, mostBytes);
    }

    /// These files by themselves.
    public ImageFormats formats() {
        return new ImageFormats(List.of(this));
    }

    /// One more region will be read of each of `region`.
    public void expect(List<Path> region) {
        synchronized (files) {
            for (Path file : region) {
                Shared shared = files.computeIfAbsent(file, _ -> new Shared());
                shared.several = ++shared.regions > 1;
            }
        }
    }

    /// An expected region has been read, or never will be.
    public void release(List<Path> region) {
        for (Path file : region) {
            Shared done;
            synchronized (files) {
                Shared shared = files.get(file);
                if (shared == null || --shared.regions > 0) {
                    continue;
                }
                files.remove(file);
                done = shared;
            }
            synchronized (done) {
                done.close();
            }
        }
    }

    private Optional<Shared> shared(Path file) {
        synchronized (files) {
            return Optional.ofNullable(files.get(file)).filter(shared -> shared.several);
        }
    }

    @Override
    public String title() {
        return formats.titles();
    }

    @Override
    public boolean recognises(FileStart start) {
        return formats.recognise(start);
    }

    @Override
    public ImageFile open(Path file, Placement placement) throws IOException {
        Optional<Shared> several = shared(file);
        if (several.isEmpty()) {
            return formats.open(file, placement);
        }
        Shared shared = several.get();
        synchronized (shared) {
            if (shared.image == null) {
                shared.image = new DecodedOnce(formats.open(file, placement), held);
            }
            return shared.image;
        }
    }

    @Override
    public LabelLayers openLabels(Path file, Placement placement, ImageFile shown) throws IOException {
        ImageFile image = ImageBehind.behind(shown);
        Optional<Shared> several = shared(file);
        if (several.isEmpty()) {
            return formats.formatOf(file).openLabels(file, placement, image);
        }
        Shared shared = several.get();
        synchronized (shared) {
            LabelLayers labels = shared.labels;
            if (labels != null && !image.path().equals(shared.labelled)) {
                return formats.formatOf(file).openLabels(file, placement, image); // contours lie on the voxels of their image
            }
            if (labels == null) {
                LabelLayers stored = formats.formatOf(file).openLabels(file, placement, image);
                List<ImageFile> layers = stored.layers().stream().<ImageFile>map(layer -> new DecodedOnce(layer, held)).toList();
                LabelLayers opened = new LabelLayers(layers, stored.names(), stored.counted());
                labels = new LabelLayers(layers, stored.names(), Optional.of(LabelFile.of(file, opened).labels()));
                shared.labels = labels;
                shared.labelled = image.path();
            }
            return labels;
        }
    }
}
