package org.trabecula.web.predict;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.trabecula.study.predict.Reasons;

/// The last prediction of a scan with all that a report tells of it.
///
/// @param view    as the page shows it
/// @param reasons of the nomogram; empty where the model has none
/// @param model   that made it
/// @param sha256  of the model's file, by which anybody can tell models apart
/// @param made    when
/// @param heat    picture of where the network looked; empty without a network
public record PredictedCase(PredictionView view, Optional<Reasons> reasons, ModelView model, String sha256, Instant made, Optional<Path> heat) {}
