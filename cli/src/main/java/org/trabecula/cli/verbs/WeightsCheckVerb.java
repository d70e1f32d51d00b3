package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.core.Hash;
import org.trabecula.deep.network.BottleneckStride;
import org.trabecula.deep.network.NetworkArchitecture;
import org.trabecula.deep.network.ResNetArchitecture;
import org.trabecula.deep.network.VggArchitecture;
import org.trabecula.deep.network.WeightsCheck;
import org.trabecula.deep.weights.StoredTensor;
import org.trabecula.deep.weights.TensorFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `weights check`.
@Command(
        name = "check",
        addMethodSubcommands = false,
        header = "Say what a weights file holds and whether a network here can use it.",
        description = {
            "Reads .safetensors and .pth files without running anything in them, and compares names and",
            "sizes with the ResNet or VGG that comes nearest. Use it before a long run, or to see why a file is",
            "refused."
        },
        footerHeading = "%n",
        footer = {
            "Example:  trabecula weights check resnet50.safetensors",
            "Exit:     0 it fits, 2 wrong usage, 3 no readable weights file, 4 it fits no network (differences listed)"
        })
public final class WeightsCheckVerb extends Verb {

    @Parameters(index = "0", paramLabel = "FILE", description = ".safetensors or .pth")
    @Nullable Path file;

    @Option(
            names = "--bottleneck-stride",
            paramLabel = "conv1|conv2",
            description = "Where the stride of a bottleneck is. Default: as the file says, else conv2.")
    Optional<String> stride = Optional.empty();

    @Mixin
    Json json = new Json();

    @Option(names = "--values", description = "With --json: also every value of every tensor. For small files.")
    boolean values;

    @Override
    public Integer call() throws IOException {
        if (file == null) {
            throw new UsageException("name a weights file");
        }
        TensorFile content = TensorFile.read(file);
        Optional<BottleneckStride> placement = stride.map(label -> BottleneckStride.of(label, "--bottleneck-stride"));
        WeightsCheck check = WeightsCheck.of(content, placement, file.toString());
        if (json.asked()) {
            out().println(JsonMapper.shared().writeValueAsString(document(content, check, file)));
        } else {
            tell(content, check, file);
        }
        return check.fits() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private void tell(TensorFile content, WeightsCheck check, Path path) throws IOException {
        NetworkArchitecture network = check.architecture();
        Map<String, Integer> types = new TreeMap<>();
        content.tensors().values().forEach(tensor -> types.merge(tensor.type().torchName(), 1, Integer::sum));
        words().println(path + ": " + content.tensors().size() + " tensors, " + types);
        words().println("SHA-256  " + Hash.sha256Hex(path));
        content.metadata().forEach((key, value) -> words().println(key + "  " + value));
        if (check.fits()) {
            words().println("fits " + network.label() + ": " + network.inputChannels() + " input channels, "
                    + network.classes() + " classes" + stride(network).map(label -> ", bottleneck stride in " + label).orElse(""));
            return;
        }
        words().println("fits no network here; nearest is " + network.label() + ":");
        list("lacking", check.missing());
        list("not known", check.unknown());
        list("other size or type", check.misshapen());
        list("unusable", check.unusable());
    }

    /// Where it is; empty for networks that have no bottlenecks by design.
    private static Optional<String> stride(NetworkArchitecture architecture) {
        return switch (architecture) {
            case ResNetArchitecture resnet -> Optional.of(resnet.stride().label());
            case VggArchitecture _ -> Optional.empty();
        };
    }

    private void list(String what, List<String> entries) {
        entries.forEach(entry -> words().println("  " + what + "  " + entry));
    }

    private ObjectNode document(TensorFile content, WeightsCheck check, Path path) throws IOException {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("file", path.toString());
        document.put("sha256", Hash.sha256Hex(path));
        document.put("fits", check.fits());
        document.put("network", check.architecture().label());
        document.put("input_channels", check.architecture().inputChannels());
        document.put("classes", check.architecture().classes());
        document.put("bottleneck_stride", stride(check.architecture()).orElse(null));
        put(document, "missing", check.missing());
        put(document, "unknown", check.unknown());
        put(document, "misshapen", check.misshapen());
        put(document, "unusable", check.unusable());
        ObjectNode metadata = document.putObject("metadata");
        content.metadata().forEach(metadata::put);
        ObjectNode tensors = document.putObject("tensors");
        content.tensors().forEach((name, tensor) -> describe(tensors.putObject(name), tensor));
        return document;
    }

    private void describe(ObjectNode entry, StoredTensor tensor) {
        entry.put("dtype", tensor.type().torchName());
        ArrayNode shape = entry.putArray("shape");
        for (long length : tensor.shape()) {
            shape.add(length);
        }
        if (values) {
            ArrayNode numbers = entry.putArray("values");
            for (double value : tensor.toDoubles()) {
                numbers.add(value);
            }
        }
    }

    private static void put(ObjectNode document, String name, List<String> entries) {
        ArrayNode list = document.putArray(name);
        entries.forEach(list::add);
    }
}
