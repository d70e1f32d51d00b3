package org.trabecula.cli.verbs;

import java.nio.file.Path;
import java.util.Map;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.Output;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.deep.weights.PublishedWeights;
import org.trabecula.deep.weights.WeightsDownload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `weights fetch`.
@Command(
        name = "fetch",
        addMethodSubcommands = false,
        header = "Download weights that torchvision publishes, trained on ImageNet.",
        description = {
            "The file's SHA-256 must begin as its name says. An unfinished download goes on where it",
            "stopped. A proxy is taken from HTTPS_PROXY. Without a network the refusal says which file to",
            "put where. ImageNet's pictures carry terms of their own (non-commercial research)."
        },
        footerHeading = "%n",
        footer = {
            "Names:    resnet18, resnet34, resnet50, resnet101, resnet152; resnet50-v2 and so on for the longer training;",
            "          vgg11, vgg13, vgg16, vgg19, each also as vgg16_bn.",
            "Example:  trabecula weights fetch resnet50 -o weights",
            "Exit:     0 done, 2 wrong usage, 3 not to be had, 130 interrupted (run it again to go on)"
        })
public final class WeightsFetchVerb extends Verb {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Such as resnet50.")
    String name = "";

    @Option(names = {"-o", "--out"}, paramLabel = "DIR", description = "Folder to put the file into. Default: ${DEFAULT-VALUE}.")
    Path folder = Path.of(".");

    @Mixin
    Json json = new Json();

    @Override
    public Integer call() {
        if (name.isEmpty()) {
            throw new UsageException("missing: a name, such as resnet50");
        }
        PublishedWeights wanted = PublishedWeights.of(name);
        Output.requireWritable(folder);
        Path file = WeightsDownload.fetch(wanted, folder, progress());
        out().println(json.asked() ? JsonMapper.shared().writeValueAsString(Map.of("file", file.toString())) : file);
        return ExitCode.DONE;
    }
}
