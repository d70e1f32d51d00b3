package org.trabecula.web.reading;

import java.util.Optional;

/// One case of a session and what was answered.
///
/// @param caseId        of the manifest
/// @param outline       of a session that outlines
/// @param call          of the others: without the model
/// @param seen          what was shown of the model after `call`
/// @param callWithModel after that
public record ReadingItem(
        String caseId, Optional<OutlineTaken> outline, Optional<CallTaken> call, Optional<ModelSeen> seen, Optional<CallTaken> callWithModel) {
    static ReadingItem of(String caseId) {
        return new ReadingItem(caseId, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    ReadingItem with(OutlineTaken taken) {
        return new ReadingItem(caseId, Optional.of(taken), call, seen, callWithModel);
    }

    ReadingItem with(CallTaken taken) {
        return new ReadingItem(caseId, outline, Optional.of(taken), seen, callWithModel);
    }

    ReadingItem with(ModelSeen shown) {
        return new ReadingItem(caseId, outline, call, Optional.of(shown), callWithModel);
    }

    ReadingItem withModel(CallTaken taken) {
        return new ReadingItem(caseId, outline, call, seen, Optional.of(taken));
    }

    /// What is to be done with it.
    ///
    /// @param withModel whether the model is shown in this session
    ReadingStep step(ReadingKind kind, boolean withModel) {
        if (kind.isOutlining()) {
            return outline.isEmpty() ? ReadingStep.OUTLINE : ReadingStep.DONE;
        }
        if (call.isEmpty()) {
            return ReadingStep.CALL;
        }
        if (!withModel || callWithModel.isPresent()) {
            return ReadingStep.DONE;
        }
        if (seen.isEmpty()) {
            return ReadingStep.SEE_MODEL;
        }
        return seen.get().probability().isEmpty() ? ReadingStep.DONE : ReadingStep.CALL_WITH_MODEL;
    }
}
