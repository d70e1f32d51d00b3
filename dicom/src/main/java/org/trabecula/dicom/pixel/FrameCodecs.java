package org.trabecula.dicom.pixel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.dicom.dataset.TransferSyntax;

/// The compressions that are known where it is passed in.
///
/// @param codecs each for other transfer syntaxes
public record FrameCodecs(List<FrameCodec> codecs) {
    /// What this package decodes itself.
    public static final FrameCodecs OWN = new FrameCodecs(List.of(new RleCodec(), new DeflateCodec()));

    public FrameCodecs {
        codecs = List.copyOf(codecs);
    }

    /// These and others, which are asked after them.
    public FrameCodecs with(List<FrameCodec> others) {
        List<FrameCodec> all = new ArrayList<>(codecs);
        all.addAll(others);
        return new FrameCodecs(all);
    }

    Optional<FrameCodec> of(TransferSyntax syntax) {
        return codecs.stream().filter(codec -> codec.transferSyntaxes().contains(syntax.uid())).findFirst();
    }
}
